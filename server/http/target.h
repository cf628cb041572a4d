#pragma once
// Parses a request target into the segments of its path and its parameters.

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "queries/request/parameters.h"

namespace treatygraph::server {

struct Target {
  std::vector<std::string> segments;  ///< "/v1/nodes/uncc%3Aart_1" is "v1", "nodes", "uncc:art_1"
  queries::Parameters parameters;     ///< of the query string; '+' is a space
};

/// Percent-decodes (RFC 3986). Empty segments and parameters are skipped, so "/v1//nodes/" equals "/v1/nodes". Fails if
/// a part does not decode, or not to UTF-8 without control characters; values of parameters may contain tabs and line
/// ends.
[[nodiscard]] Result<Target> parse_target(std::string_view target);

/// Parses application/x-www-form-urlencoded, as in a query string or body. A name without '=' has an empty value.
[[nodiscard]] Result<queries::Parameters> parse_form(std::string_view form);

/// Percent-encodes `text` for a path segment or query value.
/// Leaves `~`, `:`, `@` and `,` as they are besides letters, digits and "-_.", so keys such as uncc:art_1 stay
/// readable.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// A value of application/x-www-form-urlencoded, byte for byte as browsers write it (URLSearchParams).
/// Space becomes '+'.
[[nodiscard]] std::string form_encoded(std::string_view text);

/// Whether the target is /healthz or /readyz, which say nothing about the data.
[[nodiscard]] bool is_probe(std::string_view target);

}  // namespace treatygraph::server
