#pragma once
// The first bytes of treaties.db, which tell a file of ours from all others before anything else of it is read.

#include <cstdint>
#include <span>

#include "graph/result.h"

namespace treatygraph {

/// The error, Corrupt, says that a file of `size` bytes that begins with `head` is another kind of file, has another
/// layout (and which program reads that), is cut, or has bytes after its end.
[[nodiscard]] Result<void> check_header(std::span<const char> head, std::uint64_t size);

}  // namespace treatygraph
