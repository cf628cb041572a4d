#pragma once
// Recognizes files that are certainly not in a supported format, so that the error can say what they are.

#include <string_view>

namespace treatygraph::ingest {

/// What the file is and what to do, as a clause that follows the file's name: "is a 7z archive; unpack it ...". Empty
/// if the file may be readable. `bytes` are those of the whole file; PDF and non-empty ZIP archives are not recognized
/// here. The result is static.
[[nodiscard]] std::string_view foreign_format(std::string_view bytes);

}  // namespace treatygraph::ingest
