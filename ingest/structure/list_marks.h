#pragma once
// Marks that open paragraphs and points: "2.", "2.1", "(a)", "b)", "(iv)", "c.", "(1 bis)".

#include <array>
#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {

/// A mark in the text, before it is known what it opens.
struct ListMark {
  enum class Form {
    Number,     ///< "2.", "2" before a capital, "§ 2"
    Decimal,    ///< "2.1"
    Bracketed,  ///< "(2)", "a)"
    Stopped,    ///< "a."
    Bare        ///< "a" alone before words, the style of the Council of Europe
  };
  Form form = Form::Number;
  std::string label;      ///< without brackets, full stop and suffix: "2", "a", "iv", "2.1"
  std::string insertion;  ///< "bis", or "A" of "2A."
  std::size_t start = 0;  ///< bytes of the text
  std::size_t after = 0;  ///< start of what it opens
  bool at_line_start = false;
  bool after_colon = false;        ///< the words before it announce a list
  bool after_stop = false;         ///< the words before it end a sentence
  bool after_conjunction = false;  ///< "; or" is before it
  bool after_mark = false;         ///< directly adjacent to another mark
  bool is_opened = false;          ///< "(a)", not "a)"
  bool is_unstopped = false;       ///< a number without a full stop, which may be part of the text
  bool runs_on = false;            ///< "shall (a) meet; (b) talk": a list inside one sentence
  bool in_sentence = false;        ///< the preceding words continue: a line may be broken inside a citation

  [[nodiscard]] std::string num() const { return label + insertion; }
};

/// The marks in text[first, last) that may open something, without those inside citations ("paragraph 1 (a) and (b)").
[[nodiscard]] std::vector<ListMark> find_list_marks(std::string_view text, std::size_t first, std::size_t last,
                                                    const StructureWords& language = english_structure());

/// A text, and the labels of the marks that a scanner finds in it. Each example is a test.
struct MarkExample {
  std::string_view text;
  std::string_view labels;
};

/// A form of marks, as shown in its table.
struct MarkForm {
  std::string_view name;
  std::string_view form;  ///< `"signs"`, { repeated }, [ optional ]
  std::array<MarkExample, 3> examples = {};
};
[[nodiscard]] std::vector<MarkForm> mark_forms();

/// The numbering style of a list.
enum class ListStyle { Digits, Letters, Romans, DoubleLetters, Capitals, CapitalRomans };

struct ListPlace {
  ListStyle style;
  int value;
  auto operator<=>(const ListPlace&) const = default;
};
/// The possible values of a label: "(i)" is the letter after "(h)", or Roman one.
[[nodiscard]] std::vector<ListPlace> places_of(std::string_view label);

/// An index of marks by form and value.
class MarkIndex {
 public:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  /// Marks must be added in order.
  void add(const ListMark& mark, std::size_t i);
  /// The first one after `i`, or kNowhere.
  [[nodiscard]] std::size_t next(ListMark::Form form, const ListPlace& place, std::size_t i) const;

 private:
  std::map<std::pair<ListMark::Form, ListPlace>, std::vector<std::size_t>> marks_;
};

}  // namespace treatygraph::ingest
