#pragma once
// Which format an answer is written in: `format=` first, then Accept (RFC 9110, 12.5.1), else JSON.

#include <optional>
#include <string>
#include <string_view>

#include "graph/result.h"
#include "queries/formats/render.h"

namespace treatygraph::server {

/// The error lists the formats. An Accept header that admits none of ours is an error of its own: see is_acceptable.
[[nodiscard]] Result<queries::formats::Format> negotiate(std::string_view format, std::string_view accept);

/// The best of ours that `accept` admits; JSON where it is empty; nothing where it admits none.
[[nodiscard]] std::optional<queries::formats::Format> best_accepted(std::string_view accept);

/// Content-Type of a format. JSON is UTF-8 by definition (RFC 8259) and compressed by the library under its bare name
/// only.
[[nodiscard]] std::string content_type_of(queries::formats::Format format);

}  // namespace treatygraph::server
