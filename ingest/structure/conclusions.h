#pragma once
// The conclusions after the last article of a treaty: that it was signed, where, when and in which languages.

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/structure/structure_words.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The position in `place` where signatures are announced: "IN WITNESS WHEREOF ...", "Done at ...", at the start of a
/// sentence, in words that no article would use.
[[nodiscard]] std::optional<std::size_t> testimonium_in(std::string_view text, LineRange place,
                                                        const StructureWords& language = english_structure());

/// Whether the words from a testimonium on form a provision of their own: they say which texts are authentic, which no
/// article does, or are longer than a few lines of ceremony, such as the names of all signatories.
[[nodiscard]] bool are_conclusions(std::string_view text, LineRange place, const StructureWords& language);

}  // namespace treatygraph::ingest
