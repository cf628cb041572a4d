#pragma once
// Files that are certainly no treaty in a format that is read, told by how they begin.

#include <string_view>

namespace treatygraph::ingest {

/// What the file is and what to do about it: "is a ZIP archive, ...". Empty for all that may be read.
[[nodiscard]] std::string_view foreign_format(std::string_view bytes);

}  // namespace treatygraph::ingest
