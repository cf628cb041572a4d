#pragma once
// Every answer as one JSON object.

#include <string>

#include "graph/graph.h"
#include "queries/answer/answer.h"

namespace treatygraph::queries::formats {

/// {"snapshot", ...the answer's members, "warnings", "truncated"}.
[[nodiscard]] std::string to_json(const Graph& graph, const Answer& answer);

}  // namespace treatygraph::queries::formats
