#pragma once
// In which languages a text is written, found by the library cld2.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct Language {
  std::string code;  ///< ISO 639, "fr"; empty where it is not known
  std::string name;  ///< in English, "French"

  bool operator==(const Language&) const = default;
};

/// Bytes [first, last) of a text, from the start of a line to the end of one.
struct LanguageStretch {
  std::size_t first = 0;
  std::size_t last = 0;
  Language language;
};

struct LanguagesOfText {
  Language main;                        ///< of most of its letters; English where they are too few to tell
  double english = 1;                   ///< share of English among the letters that tell a language
  std::vector<LanguageStretch> others;  ///< what is surely not English, in order, where it is a tenth or more
};

/// Of words that leave no doubt.
[[nodiscard]] std::optional<Language> sure_language(std::string_view words);

/// Names, lists of species and tables are English as far as nothing else is sure.
[[nodiscard]] LanguagesOfText languages_of(std::string_view text);

}  // namespace treatygraph::ingest
