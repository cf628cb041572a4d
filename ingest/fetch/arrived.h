#pragma once
// Checks whether the response of a server is the requested document, and complete.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The format of `bytes`: "pdf", "docx", "odt", "html", "xml" or "txt". `wanted` is one of these, or empty if any is
/// accepted. `media_type` is the server's, or empty. The error says what arrived instead: nothing, another format, an
/// error page, or a truncated document. Its detail is a clause without the address: "HTML arrived where ...".
[[nodiscard]] Result<std::string> format_of_arrival(std::string_view bytes, std::string_view media_type,
                                                    std::string_view wanted);

/// The format that a media type means: "pdf" for application/pdf. Empty for types that are unknown or that servers use
/// for anything.
[[nodiscard]] std::string_view format_of_media_type(std::string_view media_type);

}  // namespace treatygraph::ingest
