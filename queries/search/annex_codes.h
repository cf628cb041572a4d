#pragma once
// The codes by which treaties call their annexes: "TRM", "EQ I", "ORIG-2".

#include <map>
#include <string>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries {

/// Each code as eIds have it, by its lower case: "EQ-I" by "eq-i". Roman numbers, single letters and numerals are not
/// codes: they are read without knowing the graph.
using AnnexCodes = std::map<std::string, std::string, std::less<>>;

/// Of all treaties of the graph.
[[nodiscard]] const AnnexCodes& annex_codes(const Graph& graph);

}  // namespace treatygraph::queries
