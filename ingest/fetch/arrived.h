#pragma once
// Whether what a server gave is the document that was asked for, whole.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// What `bytes` are: "pdf", "docx", "odt", "html", "xml" or "txt". `wanted` is one of these, or empty where any will
/// do; `media_type` is what the server called it, or empty. The error says what arrived instead: nothing, another
/// format, a page that tells of an error, the beginning of a document only. Its detail is a clause: "HTML arrived where
/// ...".
[[nodiscard]] Result<std::string> format_of_arrival(std::string_view bytes, std::string_view media_type,
                                                    std::string_view wanted);

/// "pdf" for application/pdf; empty for types that say nothing, and for those that no document here has.
[[nodiscard]] std::string_view format_of_media_type(std::string_view media_type);

}  // namespace treatygraph::ingest
