#pragma once
// What stands behind the last article of a treaty: that it was signed, where, when and in which languages.

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// Where the signatures are announced within `place`: "IN WITNESS WHEREOF ...", "Done at ...", at the start of a
/// sentence, as no article says it.
[[nodiscard]] std::optional<std::size_t> testimonium_in(std::string_view text, LineRange place);

/// Whether the words from a testimonium on say something that is cited and that no article says: the day and place, or
/// the languages that are authentic. Ceremony alone is no provision.
[[nodiscard]] bool are_conclusions(std::string_view text, LineRange place);

}  // namespace treatygraph::ingest
