#pragma once
// Stems of words: "safeguards" and "safeguard" have one stem, and so do "criminalisation" and "criminalize".

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// The stem of an English word in lower case without accents; British and American spellings share one.
[[nodiscard]] std::string stem_of(std::string_view word);
/// The stems of all words of a text.
[[nodiscard]] std::vector<std::string> stems_of(std::string_view text);

/// Stop words such as "of", "which", "qué", in the form of `words_of`.
[[nodiscard]] bool is_filler(std::string_view word);

}  // namespace treatygraph::queries
