#pragma once
// Splits a query into words, with what their spelling tells: quotes, a prefix*, capitals.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// A word or a quoted phrase of the query.
struct TypedWord {
  std::string word;      ///< in the form of words_of
  std::string original;  ///< as typed
  bool is_prefix = false;
  std::string phrase;        ///< if quoted; the other members are empty then
  std::string instead = {};  ///< the word that it may be a slip of
  bool is_looked_at = false;
};

/// The words and phrases of a query, at most 32.
[[nodiscard]] std::vector<TypedWord> typed_words(std::string_view typed);

/// Whether all letters are capitals; points are allowed ("U.S.").
[[nodiscard]] bool is_in_capitals(std::string_view text);
/// Whether the word is a filler as it was typed: "of", "the". "US" and "WHO" in capitals are names.
[[nodiscard]] bool is_filler_here(const TypedWord& word);
/// The words [first, first + count) with `between` between them.
[[nodiscard]] std::string joined(const std::vector<TypedWord>& words, std::size_t first, std::size_t count,
                                 std::string_view between);

}  // namespace treatygraph::queries
