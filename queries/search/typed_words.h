#pragma once
// The words of a query, with what their writing tells: quotes, a prefix*, capitals.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

struct TypedWord {
  std::string word;      ///< in the form of words_of
  std::string original;  ///< as typed
  bool is_prefix = false;
  std::string phrase;        ///< if quoted; the other members are empty then
  std::string instead = {};  ///< the word that it may be a slip of
  bool is_looked_at = false;
};

/// At most 32.
[[nodiscard]] std::vector<TypedWord> typed_words(std::string_view typed);

[[nodiscard]] bool is_in_capitals(std::string_view text);
/// "of", "the"; but "US" and "WHO" are names.
[[nodiscard]] bool is_filler_here(const TypedWord& word);
[[nodiscard]] std::string joined(const std::vector<TypedWord>& words, std::size_t first, std::size_t count,
                                 std::string_view between);

}  // namespace treatygraph::queries
