#pragma once
// What a deleted provision takes with it, and what the rest loses: safeguards and definitions.

#include <vector>

#include "graph/ids.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

class Carriers;

/// An offence, power, safeguard or term that no remaining provision carries.
struct LostThing {
  NodeId thing;
  std::vector<RelationshipId> carried_by;  ///< ESTABLISHES, GRANTS, PROVIDES, DEFINES: all from deleted provisions
};

/// A node that a deleted safeguard conditioned: the node itself or, if the node has no other safeguard, through what
/// contains it.
struct LostSafeguard {
  NodeId node;
  std::vector<RelationshipId> lost;  ///< CONDITIONS of deleted safeguards on the node or above it
  std::size_t left = 0;              ///< other safeguards on the node or above it; 0: it loses its only ones
};

/// A term that remaining provisions use but no longer define.
struct LostDefinition {
  NodeId term;
  std::vector<RelationshipId> uses;  ///< USES by remaining provisions
};

/// Everything that is lost.
struct Losses {
  std::vector<LostThing> gone;              ///< in document order
  std::vector<LostSafeguard> safeguards;    ///< nodes without any other safeguard first, then in document order
  std::vector<LostDefinition> definitions;  ///< in document order
};

/// The losses if `of` and all its parts were deleted. Inside a division that loses a safeguard, the provisions of
/// `level` are listed.
[[nodiscard]] Losses losses_without(NodeId of, const Graph& graph, Level level, const Carriers& carriers);

}  // namespace treatygraph::queries
