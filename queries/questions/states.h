#pragma once
// One State (or organisation): what it did and what it said.

#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

struct StateAnswer {
  struct Said {
    NodeId statement{};
    std::vector<RelationshipId> addresses;
  };
  NodeId state{};
  std::vector<RelationshipId> actions;       ///< SIGNED to WITHDREW, by date
  std::vector<RelationshipId> reservations;  ///< RESERVED and DECLARED, by date
  std::vector<RelationshipId> events;        ///< TOOK_PART_IN
  std::vector<Said> statements;              ///< by date, then key
  Truncated truncated;
};

/// `iso3` is "VNM" or "vnm", or a complete key such as "org:european-union".
[[nodiscard]] Result<StateAnswer> state_of(const Graph& graph, std::string_view iso3, const Scope& scope,
                                           Budget budget);

}  // namespace treatygraph::queries
