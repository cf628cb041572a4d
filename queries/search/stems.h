#pragma once
// Words brought to the form that their kin share: "safeguards" and "safeguard", "criminalisation" and "criminalize".

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// Of an English word, lower case and without accents; spellings of both sides of the Atlantic become one.
[[nodiscard]] std::string stem_of(std::string_view word);
/// Of each word of a text.
[[nodiscard]] std::vector<std::string> stems_of(std::string_view text);

/// "of", "which", "qué": words of sentences that say nothing of what is sought; as `words_of` has them.
[[nodiscard]] bool is_filler(std::string_view word);

}  // namespace treatygraph::queries
