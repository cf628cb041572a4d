#pragma once
// Chooses the format of an answer: `format=` first, then Accept (RFC 9110, 12.5.1), else JSON.

#include <optional>
#include <string>
#include <string_view>

#include "graph/result.h"
#include "queries/formats/render.h"

namespace treatygraph::server {

/// `format=` wins if both are given. The error lists the formats, or the media types if it is `accept` that admits
/// none.
[[nodiscard]] Result<queries::formats::Format> negotiate(std::string_view format, std::string_view accept);

/// Our best format that `accept` admits; JSON if `accept` is empty; nothing if it admits none.
[[nodiscard]] std::optional<queries::formats::Format> best_accepted(std::string_view accept);

/// The Content-Type of a format. JSON is UTF-8 by definition (RFC 8259), so it has no charset.
[[nodiscard]] std::string content_type_of(queries::formats::Format format);

}  // namespace treatygraph::server
