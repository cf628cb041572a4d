#pragma once
// Recognizes files that are certainly not in a supported format.

#include <string_view>

namespace treatygraph::ingest {

/// What the file is and what to do: "is a ZIP archive, ...". Empty if it may be readable.
[[nodiscard]] std::string_view foreign_format(std::string_view bytes);

}  // namespace treatygraph::ingest
