#pragma once
// The header of treaties.db, by which our files are recognized before SQLite reads anything else in them.

#include <cstdint>
#include <span>

#include "graph/result.h"

namespace treatygraph {

/// Checks the header of a file of `size` bytes that begins with `head`. The error is Corrupt if it is another kind of
/// file, has another layout (the error says what to do), is in write-ahead mode, is truncated, or has bytes after its
/// end. The error does not name the file.
[[nodiscard]] Result<void> check_header(std::span<const char> head, std::uint64_t size);

}  // namespace treatygraph
