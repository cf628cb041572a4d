#pragma once
// Codes that treaties give to their annexes: "TRM", "EQ I", "ORIG-2". A citation can only name such an annex if the
// codes of the loaded treaties are known.

#include <map>
#include <string>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The codes as in eIds, by their lower-case form: "EQ-I" by "eq-i". Roman numbers, single letters and numerals are
/// left out: they are recognised without the graph.
using AnnexCodes = std::map<std::string, std::string, std::less<>>;

/// The codes of all treaties of the graph. Computed once per graph and kept with it.
[[nodiscard]] const AnnexCodes& annex_codes(const Graph& graph);

}  // namespace treatygraph::queries
