#pragma once
// Numbers in words: "Article premier", "Chapitre deux", "Sección vigésima primera". [numbers] of each language's file.

#include <optional>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// A number or ordinal in lower case without accents: "premiere". Inflected forms have their own rows.
struct NumberWord {
  std::string_view word;
  int value = 0;
  bool is_ordinal = false;
};

/// The numbers of one language.
struct NumberWords {
  std::vector<NumberWord> words;
  std::string_view joiner;  ///< "et" of "vingt et un"; empty if there is none

  /// The value of one word, or of tens and units separated by spaces, hyphens or the joiner; case and accents do not
  /// matter.
  [[nodiscard]] std::optional<int> value(std::string_view text) const;
  /// The same, if the words are an ordinal.
  [[nodiscard]] std::optional<int> ordinal(std::string_view text) const;
};

/// The number words of a language, by its ISO 639 code; null if there is no file for it. They live as long as the
/// program, and any thread may use them.
[[nodiscard]] const NumberWords* numbers_of_language(std::string_view code);

}  // namespace treatygraph::ingest
