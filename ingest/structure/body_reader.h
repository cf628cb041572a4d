#pragma once
// Reads the paragraphs and points of one article, mark by mark.

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "ingest/structure/list_marks.h"
#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// Typographical habits of a whole text.
struct WritingHabits {
  explicit WritingHabits(std::string_view text, const StructureWords& words = english_structure());

  const StructureWords& language;
  std::size_t full_line;           ///< width of page-broken lines
  bool calls_brackets_paragraphs;  ///< whether it cites "paragraph (1)"
  std::vector<LineRange> quoted;   ///< quoted text for another instrument
};

/// For an article, or an annex or section without articles.
class BodyReader {
 public:
  BodyReader(std::string_view text, StructureBuilder& builder, std::size_t owner, const WritingHabits& habits)
      : text_(text), builder_(builder), owner_(owner), habits_(habits) {}

  void read(std::size_t first, std::size_t last);

 private:
  using Marks = std::vector<ListMark>;

  /// An open list: nested points, or the paragraphs.
  struct List {
    ListMark::Form form = ListMark::Form::Number;
    bool is_opened = false;  ///< "(a)", not "a)"
    ListStyle style = ListStyle::Digits;
    int value = 0;
    std::size_t last = Provision::kNoParent;  ///< of its provisions
    bool runs_on = false;                     ///< inside one sentence, and ends with it
    bool awaits_clause = false;               ///< "Where a Party uses a system that:" is not a complete sentence
    bool is_stopped = false;                  ///< "1.", not "1"
  };

  void take(const Marks& marks, std::size_t i);
  bool take_decimal(const ListMark& mark);
  bool take_paragraph(const Marks& marks, std::size_t i);
  void take_point(const Marks& marks, std::size_t i);

  [[nodiscard]] std::optional<ListPlace> paragraph_place(const Marks& marks, std::size_t i) const;
  [[nodiscard]] bool may_be_of_note(const ListMark& mark, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool opens_paragraphs(const Marks& marks, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool goes_on_with_numbers(const ListMark& mark) const;
  /// The open list that a mark continues, innermost first; the number of open lists if it begins a list; nothing if
  /// neither.
  [[nodiscard]] std::optional<std::size_t> list_for(const Marks& marks, std::size_t i, ListPlace& place) const;
  [[nodiscard]] std::optional<std::size_t> list_that_goes_on(const ListMark& mark, ListPlace& place,
                                                             bool looks_alike) const;
  [[nodiscard]] std::optional<std::size_t> skipped_list_for(const ListMark& mark, ListPlace& place) const;
  [[nodiscard]] bool may_begin_list(const Marks& marks, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool is_letter_under_roman(const Marks& marks, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool has_inner_letters() const;
  [[nodiscard]] bool has_successor(const Marks& marks, std::size_t i, const ListPlace& place) const;

  [[nodiscard]] std::size_t next_paragraph(std::size_t i) const;

  void open_paragraph(const ListMark& mark, const ListPlace& place);
  void close_lists(std::size_t end);
  void close_deeper(std::size_t depth, std::size_t end);
  void close_before_tail(const Marks& marks, std::size_t i, std::size_t last);
  void close_with_sentence(const Marks& marks, std::size_t i, std::size_t last);
  void close_before_clause(const Marks& marks, std::size_t i, std::size_t last);
  [[nodiscard]] bool awaits_clause(std::size_t whole, std::size_t end);
  [[nodiscard]] LineRange written_block_at(std::size_t at, std::size_t end) const;
  [[nodiscard]] bool ends_short(const LineRange& line) const;
  [[nodiscard]] std::size_t lists_that_go_on(const Marks& marks, std::size_t i) const;
  [[nodiscard]] bool begins_list(const Marks& marks, std::size_t i) const;
  [[nodiscard]] bool begins_list_between_points(const Marks& marks, std::size_t i) const;
  [[nodiscard]] bool ends_with_conjunction(std::size_t first, std::size_t last) const;

  std::string_view text_;
  StructureBuilder& builder_;
  std::size_t owner_;
  const WritingHabits& habits_;
  bool lines_are_paragraphs_ = false;
  std::vector<bool> captions_;  ///< of each mark
  MarkIndex marks_;
  MarkIndex marks_at_line_start_;
  MarkIndex stopped_numbers_;       ///< at the start of a line
  std::set<int> numbers_of_notes_;  ///< as words carry them
  List paragraphs_;
  std::vector<int> decimal_;  ///< of the last paragraph called 2.1
  std::vector<List> lists_;   ///< of points, outermost first
};

}  // namespace treatygraph::ingest
