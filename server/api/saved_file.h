#pragma once
// The name under which a browser saves an answer that it does not show.

#include <string_view>

#include "queries/formats/text/format.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Gives the answer a name that says what it is: "treatygraph-cite-uncc-art_24.bib". `what` may hold any characters.
void save_as(std::string_view what, queries::formats::Format format, Response& response);

}  // namespace treatygraph::server
