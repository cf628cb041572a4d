#pragma once
// The file name for an answer that a browser saves (Content-Disposition, RFC 6266).

#include <string_view>

#include "queries/formats/text/format.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Gives the answer a descriptive name such as "treatygraph-cite-uncc-art_24.bib". `what` may contain any characters.
void save_as(std::string_view what, queries::formats::Format format, Response& response);

}  // namespace treatygraph::server
