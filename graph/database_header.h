#pragma once
// The header of treaties.db, which identifies our files before anything else in them is read.

#include <cstdint>
#include <span>

#include "graph/result.h"

namespace treatygraph {

/// Fails with Corrupt if a file of `size` bytes that begins with `head` is another kind of file, has another layout
/// (and says which program reads it), is truncated, or has bytes after its end.
[[nodiscard]] Result<void> check_header(std::span<const char> head, std::uint64_t size);

}  // namespace treatygraph
