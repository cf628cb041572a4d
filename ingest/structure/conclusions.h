#pragma once
// The conclusions after the last article of a treaty: that it was signed, by whom, where, when and in which languages.

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/structure/structure_words.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The offset in `place` at which signatures are announced: "IN WITNESS WHEREOF ...", "Done at ...". Only at the start
/// of a sentence and in words that no article would use; nothing if there is no such place.
[[nodiscard]] std::optional<std::size_t> testimonium_in(std::string_view text, LineRange place,
                                                        const StructureWords& language = english_structure());

/// Whether the words from a testimonium on form a provision of their own. They do if they say which texts are authentic
/// and no article does, or if they are longer than a few lines of ceremony, such as the names of all signatories.
/// Otherwise they are a leftover.
[[nodiscard]] bool are_conclusions(std::string_view text, LineRange place, const StructureWords& language);

}  // namespace treatygraph::ingest
