#pragma once
// Where something is in a text, for messages.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// "line 3, column 14" of a byte of UTF-8: columns count characters.
[[nodiscard]] std::string place_in(std::string_view text, std::size_t offset);

}  // namespace treatygraph::ingest
