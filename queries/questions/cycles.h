#pragma once
// Provisions that refer back to themselves through others, from own words to own words (own_words_graph.h).

#include <string>
#include <vector>

#include "queries/questions/paths.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

struct CyclesRequest {
  std::string treaty;  ///< slug: within this treaty alone; empty: all
  std::string of;      ///< key: only the ring that it stands in, with a cycle through it; empty: all
  Level level = Level::Article;
  std::vector<std::string> modes;  ///< of references; empty: all
  Scope scope;
  std::size_t limit = 100;  ///< rings
};

/// Provisions each of which rests on each other, directly or not, shown at a level: a strongly connected component of
/// the graph of own words that lies in more than one node there.
struct Ring {
  std::vector<NodeId> members;     ///< in document order
  std::vector<NodeId> provisions;  ///< those on whose own words a reference to another of the ring hangs
  Path cycle;                      ///< a shortest one that leaves a member; begins and ends at the same node
};

struct Cycles {
  Level level = Level::Article;
  std::vector<Ring> rings;  ///< those with most members first, then in document order
  std::size_t total = 0;
  std::string explanation;  ///< where there is none
  Truncated truncated;
};

[[nodiscard]] Result<Cycles> cycles_in(const Graph& graph, const CyclesRequest& request, Budget budget);

}  // namespace treatygraph::queries
