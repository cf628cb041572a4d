#pragma once
// Documents read by many ranks: the first gives them out, and reads as well.

#include <chrono>
#include <cstddef>
#include <functional>
#include <vector>

#include "ingest/build/read_sources.h"
#include "ingest/ranks/post.h"

namespace treatygraph::ingest {

struct RankLimits {
  std::chrono::seconds document{120};  ///< of processor for one document; four times that by the clock
  std::chrono::seconds silence{15};    ///< a rank that is silent for so long is lost
  std::chrono::seconds patience{600};  ///< so long the others wait for the first, which may read datasets meanwhile
};

/// On the first rank. Each document is read in a child process, so a document that crashes its reader, takes too long
/// or too much memory costs itself alone. A document whose rank is lost is read again by another. `done` is told of
/// each once, from one thread. What datasets know is left to widen_by_datasets(). Returns how many ranks were lost.
[[nodiscard]] std::size_t give_out_documents(Post& post, const std::vector<ReadingTask>& tasks, Pictures pictures,
                                             const RankLimits& limits, const TaskDone& done);

enum class RanksAtEnd { All, SomeLost, FirstLost };

/// On the other ranks: reads what the first one gives, until it says that it is done or is silent for too long.
[[nodiscard]] RanksAtEnd read_given_documents(Post& post, const RankLimits& limits);

}  // namespace treatygraph::ingest
