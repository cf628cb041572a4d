#pragma once
// PageRank of a reader of treaties (after Brin and Page 1998, damping 0.85).
//
// A reader at the own words of a provision follows one of the references of those words, or of the introductions above
// them, with equal probability, and arrives at one of the own words that are then read (reading.h), with equal
// probability. If there is no reference, and in 15 of 100 steps, the reader restarts anywhere.

#include <vector>

#include "graph/result.h"
#include "queries/request/budget.h"
#include "queries/walks/own_words_graph.h"

namespace treatygraph::queries {

struct ReadingRank {
  std::vector<double> shares;  ///< by NodeId; sum to 1 over nodes with own words, 0 for others
  std::size_t references = 0;  ///< references that were counted
};

/// Whether `node` has own words, as far as the graph shows: it has no parts, it is a division, or it has a reference.
[[nodiscard]] bool has_own_words(const Graph& graph, NodeId node);

/// DeadlineExceeded or Cancelled if the budget is spent.
[[nodiscard]] Result<ReadingRank> reading_ranks(const OwnWordsGraph& words, Budget& budget);

}  // namespace treatygraph::queries
