#pragma once
// Footnote citations of a treaty or a provision, in two styles and in plain words. Parts that the data do not have are
// left out; nothing is made up.

#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// The citations of one node.
struct Citation {
  NodeId of;
  NodeId treaty;
  std::string oscola;    ///< OSCOLA, 4th edition, with its part on international law
  std::string bluebook;  ///< The Bluebook, 21st edition, rule 21.4
  std::string plain;     ///< "United Nations Convention against Cybercrime (A/RES/79/243), article 24, paragraph 2"
};

/// Cites the treaty or provision with the key `of`. The day in `scope` decides whether the treaty is in force. The
/// error says why a node cannot be cited.
[[nodiscard]] Result<Citation> cite(const Graph& graph, std::string_view of, const Scope& scope);

}  // namespace treatygraph::queries
