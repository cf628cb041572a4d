#pragma once
// Checks whether the response is the requested document, complete.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The format of `bytes`: "pdf", "docx", "odt", "html", "xml" or "txt". `wanted` is one of these, or empty if any will
/// do; `media_type` is the server's, or empty. The error says what arrived instead: nothing, another format, an error
/// page, a truncated document. Its detail is a clause: "HTML arrived where ...".
[[nodiscard]] Result<std::string> format_of_arrival(std::string_view bytes, std::string_view media_type,
                                                    std::string_view wanted);

/// "pdf" for application/pdf; empty for uninformative or unknown types.
[[nodiscard]] std::string_view format_of_media_type(std::string_view media_type);

}  // namespace treatygraph::ingest
