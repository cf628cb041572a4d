#pragma once
// The place of a byte in a text, for messages to users.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// "line 3, column 14" for the byte at `offset` of a UTF-8 text. Both count from 1, and columns count characters.
/// Linear in the offset.
[[nodiscard]] std::string place_in(std::string_view text, std::size_t offset);

}  // namespace treatygraph::ingest
