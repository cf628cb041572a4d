// A repetition is matched by a Matcher with the plan of the part. It starts from the node that the walk has reached, in
// the slot of the part's first node, or of its last node if the walk goes backward.

#include "queries/cypher/running/part_hops.h"

#include <algorithm>

#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/matcher.h"

namespace treatygraph::queries::cypher {

std::vector<PartHop> part_hops(const PartWalk& walk, NodeId from, std::span<const RelationshipId> used, Row& row,
                               Context& context) {
  const auto& part = *walk.relationship->part;
  const auto& nodes = part.pattern.nodes;
  const auto begin = walk.backward ? nodes.back().slot : nodes.front().slot;
  const auto end = walk.backward ? nodes.front().slot : nodes.back().slot;
  std::vector<PartHop> hops;
  row[begin] = from;
  Matcher matcher(walk.backward ? *part.backward : *part.forward, row, context);
  matcher.run_after(used, walk.may_repeat, [&](std::span<const RelationshipId> walked) {
    PartHop hop{row[end].node(), {walked.begin(), walked.end()}, {}};
    hop.values.reserve(part.groups.size());
    for (const auto& group : part.groups) hop.values.push_back(row[group.inside]);
    hops.push_back(std::move(hop));
    return true;
  });
  return hops;
}

void put_groups(const PartWalk& walk, std::span<const PartHop* const> hops, Row& row) {
  const auto& groups = walk.relationship->part->groups;
  ValueList all;
  for (const auto* hop : hops) all.insert(all.end(), hop->walked.begin(), hop->walked.end());
  if (walk.backward) std::ranges::reverse(all);
  row[walk.relationship->slot] = std::move(all);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    ValueList list;
    list.reserve(hops.size());
    for (const auto* hop : hops) list.push_back(hop->values[i]);
    if (walk.backward) std::ranges::reverse(list);
    row[groups[i].list] = std::move(list);
  }
}

}  // namespace treatygraph::queries::cypher
