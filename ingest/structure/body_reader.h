#pragma once
// Reads the paragraphs and points of one article, or of an annex or section without articles, mark by mark.

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "ingest/structure/list_marks.h"
#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// Typographical habits of a whole text, which one article alone does not show. Computed once per text.
struct WritingHabits {
  explicit WritingHabits(std::string_view text, const StructureWords& words = english_structure());

  const StructureWords& language;  ///< must outlive this
  std::size_t full_line;           ///< width of page-broken lines in bytes, see full_line_of()
  bool calls_brackets_paragraphs;  ///< whether it cites "paragraph (1)"
  std::vector<LineRange> quoted;   ///< quoted text for another instrument
};

/// Opens the paragraphs and points in the body of the provision `owner`. The text, the builder and the habits must
/// outlive it. One object reads one body, once. The .cpp explains the rules.
class BodyReader {
 public:
  BodyReader(std::string_view text, StructureBuilder& builder, std::size_t owner, const WritingHabits& habits)
      : text_(text), builder_(builder), owner_(owner), habits_(habits) {}

  /// Reads text[first, last), the body without number and heading. Leaves the last paragraph open: the caller closes
  /// the provision.
  void read(std::size_t first, std::size_t last);

 private:
  using Marks = std::vector<ListMark>;

  /// The state of an open list: the last mark taken in it, and how that mark looked. There is one for the paragraphs
  /// and one for each level of points.
  struct List {
    ListMark::Form form = ListMark::Form::Number;
    bool is_opened = false;  ///< "(a)", not "a)"
    ListStyle style = ListStyle::Digits;
    int value = 0;
    std::size_t last = Provision::kNoParent;  ///< the last of its provisions
    bool runs_on = false;                     ///< inside one sentence, and ends with that sentence
    bool awaits_clause = false;  ///< the words before it are half a sentence: "Where a Party uses a system that:"
    bool is_stopped = false;     ///< "1.", not "1"
  };

  /// Decides what the mark at `i` opens.
  void take(const Marks& marks, std::size_t i);
  bool take_decimal(const ListMark& mark);
  bool take_paragraph(const Marks& marks, std::size_t i);
  void take_point(const Marks& marks, std::size_t i);

  [[nodiscard]] std::optional<ListPlace> paragraph_place(const Marks& marks, std::size_t i) const;
  [[nodiscard]] bool may_be_of_note(const ListMark& mark, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool opens_paragraphs(const Marks& marks, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool goes_on_with_numbers(const ListMark& mark) const;
  /// The depth of the open list that a mark continues, innermost first; the number of open lists if it begins a list;
  /// nothing if neither. `place` receives the value and style in which the mark was read.
  [[nodiscard]] std::optional<std::size_t> list_for(const Marks& marks, std::size_t i, ListPlace& place) const;
  [[nodiscard]] std::optional<std::size_t> list_that_goes_on(const ListMark& mark, ListPlace& place,
                                                             bool looks_alike) const;
  [[nodiscard]] std::optional<std::size_t> skipped_list_for(const ListMark& mark, ListPlace& place) const;
  [[nodiscard]] bool may_begin_list(const Marks& marks, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool is_letter_under_roman(const Marks& marks, std::size_t i, const ListPlace& place) const;
  [[nodiscard]] bool has_inner_letters() const;
  [[nodiscard]] bool has_successor(const Marks& marks, std::size_t i, const ListPlace& place) const;

  [[nodiscard]] std::size_t next_paragraph(std::size_t i) const;

  /// Opens the next paragraph, and closes the one before with its lists.
  void open_paragraph(const ListMark& mark, const ListPlace& place);
  void close_lists(std::size_t end);
  void close_deeper(std::size_t depth, std::size_t end);
  /// These three look at the text between the mark at `i` and the next one, or `last`, and close lists that end in it.
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
  std::set<int> numbers_of_notes_;  ///< numbers of footnotes that follow words: "suppliers.6"
  List paragraphs_;
  std::vector<int> decimal_;  ///< of the last paragraph called 2.1
  std::vector<List> lists_;   ///< of points, outermost first
};

}  // namespace treatygraph::ingest
