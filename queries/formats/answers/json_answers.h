#pragma once
// Every answer as one JSON object, the format that all clients can ask for.

#include <string>

#include "graph/graph.h"
#include "queries/answer/answer.h"

namespace treatygraph::queries::formats {

/// {"snapshot", ...the answer's members, "why" and "quality" if they were asked for, "warnings", "truncated"}, and a
/// line end.
[[nodiscard]] std::string to_json(const Graph& graph, const Answer& answer);

}  // namespace treatygraph::queries::formats
