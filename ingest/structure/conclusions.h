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

/// Whether the words from a testimonium on are a provision of their own: they say which texts are authentic, which no
/// article does, or are more than a few lines of ceremony, as the names of all who signed are.
[[nodiscard]] bool are_conclusions(std::string_view text, LineRange place);

}  // namespace treatygraph::ingest
