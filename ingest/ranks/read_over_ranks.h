#pragma once
// Reads documents on many ranks. The first rank gives them out, and reads as well.

#include <chrono>
#include <cstddef>
#include <functional>
#include <vector>

#include "ingest/build/read_sources.h"
#include "ingest/ranks/post.h"

namespace treatygraph::ingest {

/// How long documents may take, and ranks may be silent.
struct RankLimits {
  std::chrono::seconds document{120};  ///< of processor for one document; four times that by the clock
  std::chrono::seconds silence{15};    ///< a rank that is silent for so long is lost
  std::chrono::seconds patience{600};  ///< so long the others wait for the first, which may read datasets meanwhile
};

/// Runs on the first rank, until all documents are read. Each document is read in a child process, so a document that
/// crashes its reader, or takes too long or too much memory, affects no other. If a rank is lost, another one reads its
/// document again. `done` gets each document once, on one thread. Documents are read without their datasets;
/// widen_by_datasets() reads those again that need them. Returns how many ranks were lost.
[[nodiscard]] std::size_t give_out_documents(Post& post, const std::vector<ReadingTask>& tasks, Pictures pictures,
                                             const RankLimits& limits, const TaskDone& done);

/// Which ranks were alive at the end.
enum class RanksAtEnd { All, SomeLost, FirstLost };

/// Runs on the other ranks: reads what the first one gives, until it says that it is done or is silent for longer than
/// `limits.patience`.
[[nodiscard]] RanksAtEnd read_given_documents(Post& post, const RankLimits& limits);

}  // namespace treatygraph::ingest
