#pragma once
// Footnote citations of a treaty or a provision. Unknown parts are left out: no date, volume or page is invented.

#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct Citation {
  NodeId of;
  NodeId treaty;
  std::string oscola;    ///< OSCOLA, 4th edition, with its part on international law
  std::string bluebook;  ///< The Bluebook, 21st edition, rule 21.4
  std::string plain;     ///< "United Nations Convention against Cybercrime (A/RES/79/243), article 24, paragraph 2"
};

/// `of`: key of a treaty or a provision. The day in `scope` decides whether the treaty is in force.
[[nodiscard]] Result<Citation> cite(const Graph& graph, std::string_view of, const Scope& scope);

}  // namespace treatygraph::queries
