#pragma once
// A pattern of which the shortest paths are taken, as a chain to walk: SHORTEST 3 (a)-[:LINK]->+(b), for example.

#include <optional>
#include <vector>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

struct PathPlan {
  /// A relationship, several, or a part that is repeated, and the node after it: in the order in which they are walked.
  struct Element {
    const RelationshipPattern* relationship = nullptr;
    std::vector<TypeId> types;
    Direction direction = Direction::Both;  ///< as it is walked
    std::int64_t min = 1;
    std::optional<std::int64_t> max;
    const NodePattern* node = nullptr;
    std::vector<LabelId> labels;         ///< of the node
    bool impossible = false;             ///< a label that the graph does not have
    bool node_bound = false;             ///< the node has a value before
    std::vector<MatchStep> node_checks;  ///< conditions that look at the node, and at what has a value before
    std::vector<MatchStep> hop_checks;   ///< the same of a single relationship
  };
  std::vector<Element> elements;
  std::vector<MatchStep> path_checks;  ///< conditions that look at more: asked of whole paths, before they are counted
  bool backward = false;               ///< walked from the pattern's last node to its first
};

}  // namespace treatygraph::queries::cypher
