#pragma once
// What goes with a provision that goes, and what the rest loses by it: safeguards and definitions.

#include <vector>

#include "graph/ids.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

class Carriers;

/// An offence, power, safeguard or term that no provision outside carries.
struct GoneThing {
  NodeId thing;
  std::vector<RelationshipId> carried_by;  ///< ESTABLISHES, GRANTS, PROVIDES, DEFINES: all of them from what goes
};

/// A node that a gone safeguard conditioned: itself or, where none is left, through what it stands in.
struct LostSafeguard {
  NodeId node;
  std::vector<RelationshipId> lost;  ///< CONDITIONS, of gone safeguards, on the node or above it
  std::size_t left = 0;              ///< other safeguards on the node or above it; 0: it loses its only ones
};

/// A term that is defined nowhere else and used elsewhere.
struct LostDefinition {
  NodeId term;
  std::vector<RelationshipId> uses;  ///< USES of provisions outside
};

struct Losses {
  std::vector<GoneThing> gone;              ///< in document order
  std::vector<LostSafeguard> safeguards;    ///< those with none left first, then in document order
  std::vector<LostDefinition> definitions;  ///< in document order
};

/// If `of` and all its parts were not there. Of what stands in a division that loses a safeguard, the provisions of
/// `level` are named.
[[nodiscard]] Losses losses_without(NodeId of, const Graph& graph, Level level, const Carriers& carriers);

}  // namespace treatygraph::queries
