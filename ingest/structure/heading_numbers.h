#pragma once
// The forms of numbers in headings: "8", "3.12", "IV", "IVA", "A1.1", "II-1", "Twenty-One".

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {

struct HeadingNumber {
  std::string printed;
  int value = 0;
  int chapter = 0;
  std::vector<int> levels = {};
};

/// The number of a heading of that kind; nothing if the words are not one.
[[nodiscard]] std::optional<HeadingNumber> heading_number(std::string_view printed, ProvisionKind kind,
                                                          const NumberWords& words);

/// The code in capital letters that names an annex: "TRM", "EQ I", "ORIG-2". Without an Arabic number it must be
/// alone on its line, and must not be a word that joins others, such as "to".
[[nodiscard]] std::optional<HeadingNumber> component_code(std::string_view printed, bool stands_alone,
                                                          std::span<const std::string_view> joining_words);

/// A line, and the part of its eId. Each example is a test.
struct HeadingExample {
  std::string_view line;
  std::string_view eid;
};

/// A form in which numbers are printed, in the order in which they are tried.
struct NumberForm {
  std::string_view name;
  std::string_view pattern;
  std::array<HeadingExample, 3> examples = {};
};
[[nodiscard]] std::span<const NumberForm> number_forms();

/// The pattern of a heading's line up to its own words: keyword, number, insertion, separator. `in_words` matches
/// numbers in words, `endings` what may follow digits: "er" of "1er". `words_first` are words that begin like another
/// form: "VIGÉSIMO".
[[nodiscard]] std::string heading_line_pattern(std::span<const HeadingWord> words, std::string_view number_sign,
                                               std::string_view in_words, std::string_view endings,
                                               std::string_view words_first = {});

}  // namespace treatygraph::ingest
