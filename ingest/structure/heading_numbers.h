#pragma once
// Reads the numbers of headings in all their forms: "8", "3.12", "IV", "IVA", "A1.1", "II-1", "Twenty-One". The forms
// are a table whose examples are tests.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {

/// A number that was read. `value` counts on from one heading to the next: 12 for 3.12, whose `chapter` is 3.
struct HeadingNumber {
  std::string printed;  ///< as in an eId: "8" for "Eight", "3-12" for "3.12"
  int value = 0;
  int chapter = 0;               ///< 0 if the number has none
  std::vector<int> levels = {};  ///< all parts of "A1.1" or "B2.2.1"; empty for articles
};

/// The number of a heading of that kind; nothing if `printed` is not a number. The kind decides between readings: a
/// division or an annex may be called "B", an article may not.
[[nodiscard]] std::optional<HeadingNumber> heading_number(std::string_view printed, ProvisionKind kind,
                                                          const NumberWords& words);

/// The code in capital letters that names an annex: "TRM", "EQ I", "ORIG-2". Without an Arabic number it must be
/// alone on its line, and must not be a word that joins others, such as "to".
[[nodiscard]] std::optional<HeadingNumber> component_code(std::string_view printed, bool stands_alone,
                                                          std::span<const std::string_view> joining_words);

/// An example for a form: a line, and the eId of the heading in it. Each example is a test.
struct HeadingExample {
  std::string_view line;
  std::string_view eid;
};

/// A form in which numbers are printed.
struct NumberForm {
  std::string_view name;
  std::string_view pattern;  ///< a regular expression of RE2
  std::array<HeadingExample, 3> examples = {};
};
/// All forms, in the order in which they are tried.
[[nodiscard]] std::span<const NumberForm> number_forms();

/// The regular expression for the line of a heading up to its own words, with four groups: keyword, number, insertion
/// ("bis"), separator. `number_sign` matches "No." before the number, `in_words` numbers in words, and `endings` the
/// letters that may follow digits, such as "er" of "1er". `words_first` are number words that must be tried before the
/// forms, because they begin like one of them: "VIGÉSIMO" begins like "VIG", a Roman numeral with a letter.
[[nodiscard]] std::string heading_line_pattern(std::span<const HeadingWord> words, std::string_view number_sign,
                                               std::string_view in_words, std::string_view endings,
                                               std::string_view words_first = {});

}  // namespace treatygraph::ingest
