#pragma once
// The content hash of a graph, which is its snapshot id.

#include <array>
#include <cstdint>
#include <stop_token>
#include <string>

#include "graph/records.h"
#include "graph/result.h"
#include "graph/sorted_runs.h"

namespace treatygraph {

/// Takes the records of a graph one by one, in any order.
///
/// The hash is SHA-256 over the sorted SHA-256 digests of the records. A record is dumped as its kind ('N' or 'R'), its
/// names (key and sorted labels, or type, from and to), and its properties sorted by name, each value with its type;
/// every text is preceded by its length, so that no two graphs have the same dump.
class ContentHash {
 public:
  /// With `spill`, which must outlive it, the digests are kept there and not in memory.
  explicit ContentHash(SpillFile* spill = nullptr) : digests_(spill) {}
  /// Null properties are not hashed: a record with a null property equals one without it.
  void add(const NodeRecord& node);
  void add(const RelationshipRecord& relationship);
  /// The hash, 64 hexadecimal digits. Call it once. The error is Cancelled, after `stop` is requested.
  [[nodiscard]] Result<std::string> finish(const std::stop_token& stop = {});

 private:
  SortedRuns<std::array<std::uint8_t, 32>> digests_;
};

/// The content hash of all the records.
[[nodiscard]] std::string content_hash(const GraphRecords& records);

}  // namespace treatygraph
