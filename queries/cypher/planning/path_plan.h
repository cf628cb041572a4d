#pragma once
// The plan of a pattern with a path selector, SHORTEST 3 (a)-[:LINK]->+(b) for example: the chain of elements that
// path_selection.h walks.

#include <optional>
#include <vector>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

/// Points into the query, like MatchPlan.
struct PathPlan {
  /// One link of the chain: a single relationship, one of variable length, or a repeated part, and the node after it.
  /// Elements are in walking order.
  struct Element {
    const RelationshipPattern* relationship = nullptr;
    std::vector<TypeId> types;
    Direction direction = Direction::Both;  ///< in walking direction
    std::int64_t min = 1;
    std::optional<std::int64_t> max;
    const NodePattern* node = nullptr;
    std::vector<LabelId> labels;         ///< required labels of the node
    bool impossible = false;             ///< a label that the graph does not have
    bool node_bound = false;             ///< the node is bound before the search
    std::vector<MatchStep> node_checks;  ///< conditions that read the node, and variables bound before the search
    std::vector<MatchStep> hop_checks;   ///< conditions that read the relationship, if it is a single one
  };
  std::vector<Element> elements;
  std::vector<MatchStep> path_checks;  ///< conditions that read more: checked on whole paths, before a path counts
  bool backward = false;               ///< the pattern is walked from the pattern's last node to its first
};

}  // namespace treatygraph::queries::cypher
