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

/// Percent-decodes (RFC 3986). Fails if the result is not UTF-8 or contains control characters.
[[nodiscard]] Result<Target> parse_target(std::string_view target);

/// Parses application/x-www-form-urlencoded, as in a query string or body.
[[nodiscard]] Result<queries::Parameters> parse_form(std::string_view form);

/// Percent-encodes `text` for a path segment or query value.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// A value of application/x-www-form-urlencoded, byte for byte as browsers write it (URLSearchParams).
[[nodiscard]] std::string form_encoded(std::string_view text);

/// Whether the target is /healthz or /readyz, which say nothing about the data.
[[nodiscard]] bool is_probe(std::string_view target);

}  // namespace treatygraph::server
