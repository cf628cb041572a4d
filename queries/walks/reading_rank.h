#pragma once
// PageRank of a reader of treaties (after Brin and Page 1998, damping 0.85).
//
// The reader stands at the own words of a provision. They follow one of the references of those words, or of the
// introductions above them, each as likely, and come to one of the own words that are then read (reading.h), each as
// likely. Where there is no reference, and in 15 of 100 steps, they start anew anywhere.

#include <vector>

#include "graph/result.h"
#include "queries/request/budget.h"
#include "queries/walks/own_words_graph.h"

namespace treatygraph::queries {

struct ReadingRank {
  std::vector<double> shares;  ///< by NodeId; of those with own words they sum to 1, of others they are 0
  std::size_t references = 0;  ///< reckoned with
};

/// Whether `node` says something outside its parts, as far as the graph shows: it has no parts, or a reference hangs on
/// it.
[[nodiscard]] bool has_own_words(const Graph& graph, NodeId node);

/// DeadlineExceeded or Cancelled when the budget is spent.
[[nodiscard]] Result<ReadingRank> reading_ranks(const OwnWordsGraph& words, Budget& budget);

}  // namespace treatygraph::queries
