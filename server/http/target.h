#pragma once
// A request's target taken apart: the segments of its path, and its parameters.

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "queries/catalogue/parameters.h"

namespace treatygraph::server {

struct Target {
  std::vector<std::string> segments;  ///< "/v1/nodes/uncc%3Aart_1" is "v1", "nodes", "uncc:art_1"
  queries::Parameters parameters;     ///< of the query string; '+' is a space
};

/// Percent-decoded (RFC 3986). What does not decode to UTF-8 without control characters is refused.
[[nodiscard]] Result<Target> parse_target(std::string_view target);

/// application/x-www-form-urlencoded, as a query string or a body has it.
[[nodiscard]] Result<queries::Parameters> parse_form(std::string_view form);

/// `text` as it may stand in a segment or a query value.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Whether the target is /healthz or /readyz, which say nothing about the data.
[[nodiscard]] bool is_probe(std::string_view target);

}  // namespace treatygraph::server
