#pragma once
// Detects the languages of a text with the library cld2.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// A language, or none if both members are empty.
struct Language {
  std::string code;  ///< ISO 639, "fr"; empty if unknown
  std::string name;  ///< in English, "French"

  bool operator==(const Language&) const = default;
};

/// Bytes [first, last) of a text, from the start of a line to the end of a line.
struct LanguageStretch {
  std::size_t first = 0;
  std::size_t last = 0;
  Language language;
};

/// Which languages a text is written in.
struct LanguagesOfText {
  Language main;                        ///< that of most letters; English if there are too few to detect one
  double english = 1;                   ///< share of English among the letters with a detected language
  std::vector<LanguageStretch> others;  ///< certainly not English; empty if less than a tenth of the text
};

/// The language of `words`, if one is detected with certainty.
[[nodiscard]] std::optional<Language> sure_language(std::string_view words);

/// Detects the languages of a whole text. Names, lists of species and tables count as English unless something else is
/// certain. Linear in the text.
[[nodiscard]] LanguagesOfText languages_of(std::string_view text);

}  // namespace treatygraph::ingest
