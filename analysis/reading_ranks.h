#pragma once
// PageRank of a reader of treaties (defined in queries/walks/reading_rank.h), over all ranks.

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct ReadingRanks {
  std::vector<double> shares;    ///< of the nodes of this rank
  std::uint64_t references = 0;  ///< that a reader may follow, of all ranks
  int rounds = 0;
};

[[nodiscard]] ReadingRanks reading_ranks(const Ranks& ranks, const Part& part);

}  // namespace treatygraph::analysis
