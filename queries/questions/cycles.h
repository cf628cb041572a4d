#pragma once
// Provisions that refer back to themselves through others, on the level of own words (own_words_graph.h).

#include <string>
#include <vector>

#include "queries/questions/paths.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

struct CyclesRequest {
  std::string treaty;  ///< slug: within this treaty only; empty: all
  std::string of;      ///< key: only the ring that contains it, with a cycle through it; empty: all
  Level level = Level::Article;
  std::vector<std::string> modes;  ///< of references; empty: all
  Scope scope;
  std::size_t limit = 100;  ///< rings
};

/// Provisions that all rest on each other, directly or not, shown at a level: a strongly connected component of the
/// graph of own words that covers more than one node at that level.
struct Ring {
  std::vector<NodeId> members;     ///< in document order
  std::vector<NodeId> provisions;  ///< those whose own words contain a reference to another member
  Path cycle;                      ///< a shortest cycle through another member; begins and ends at the same node
};

struct Cycles {
  Level level = Level::Article;
  std::vector<Ring> rings;  ///< largest first, then in document order
  std::size_t total = 0;
  std::string explanation;  ///< why there is none
  Truncated truncated;
};

/// The rings of the graph or of one treaty. The components are found in linear time; each ring then costs a search for
/// its shortest cycle.
[[nodiscard]] Result<Cycles> cycles_in(const Graph& graph, const CyclesRequest& request, Budget budget);

}  // namespace treatygraph::queries
