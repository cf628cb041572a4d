#pragma once
// Finds the marks that may open paragraphs and points: "2.", "2.1", "(a)", "b)", "(iv)", "c.", "(1 bis)". Which of them
// do is decided by body_reader, from their sequence.

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
  bool after_mark = false;         ///< directly after another mark: "(i)" in "2. (a) (i)"
  bool is_opened = false;          ///< "(a)", not "a)"
  bool is_unstopped = false;       ///< a number without a full stop, which may be part of the text
  bool runs_on = false;            ///< "shall (a) meet; (b) talk": a list inside one sentence
  bool in_sentence = false;        ///< the words before it do not end: a line may be broken inside a citation

  /// The number as in Provision::num: "2bis".
  [[nodiscard]] std::string num() const { return label + insertion; }
};

/// The marks in text[first, last), in order, that may open something, without those inside citations ("paragraph 1 (a)
/// and (b)"). Throws BeyondLimit if there are more than kMostMarks.
[[nodiscard]] std::vector<ListMark> find_list_marks(std::string_view text, std::size_t first, std::size_t last,
                                                    const StructureWords& language = english_structure());

/// An example for a form: a text, and the labels of the marks in it, separated by spaces. Each example is a test.
struct MarkExample {
  std::string_view text;
  std::string_view labels;
};

/// A form of marks, for documentation and tests.
struct MarkForm {
  std::string_view name;
  std::string_view form;  ///< grammar: `"signs"`, { repeated }, [ optional ]
  std::array<MarkExample, 3> examples = {};
};
/// All forms, in the order in which they are tried.
[[nodiscard]] std::vector<MarkForm> mark_forms();

/// The numbering style of a list.
enum class ListStyle { Digits, Letters, Romans, DoubleLetters, Capitals, CapitalRomans };

/// A position in a list: the third letter is {Letters, 3}.
struct ListPlace {
  ListStyle style;
  int value;
  auto operator<=>(const ListPlace&) const = default;
};
/// All positions that a label can mean: "i" is the ninth letter or the Roman one, "bb" is the second double letter or
/// the 28th letter. Empty for labels that are neither numbers nor letters of a list.
[[nodiscard]] std::vector<ListPlace> places_of(std::string_view label);

/// Finds the next mark of a form and position in logarithmic time. Without it, looking ahead would make the reading of
/// a long list quadratic.
class MarkIndex {
 public:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  /// Adds the mark with index `i`, under each of its possible positions. Indexes must increase.
  void add(const ListMark& mark, std::size_t i);
  /// The index of the first such mark after index `i`, or kNowhere.
  [[nodiscard]] std::size_t next(ListMark::Form form, const ListPlace& place, std::size_t i) const;

 private:
  std::map<std::pair<ListMark::Form, ListPlace>, std::vector<std::size_t>> marks_;
};

}  // namespace treatygraph::ingest
