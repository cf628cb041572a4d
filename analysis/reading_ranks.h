#pragma once
// PageRank of a reader of treaties (defined in queries/walks/reading_rank.h), computed by all ranks.

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct ReadingRanks {
  std::vector<double> shares;    ///< by position in the part of this rank; over all ranks their sum is 1
  std::uint64_t references = 0;  ///< the number of references that a reader may follow, of all ranks
  int rounds = 0;                ///< steps until the shares did not change any more
};

/// Repeats the reader's step until the shares settle. All ranks call it.
[[nodiscard]] ReadingRanks reading_ranks(const Ranks& ranks, const Part& part);

}  // namespace treatygraph::analysis
