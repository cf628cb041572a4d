#pragma once
// The baseline: the same walks written by hand over plain arrays, without budget, types or answer. Our walks are
// compared with it in the same run.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace treatygraph::bench {

/// Compressed sparse rows: the targets of node n are targets[offsets[n]] to targets[offsets[n + 1]].
struct Rows {
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint32_t> targets;

  Rows() = default;
  Rows(std::size_t node_count, std::vector<std::pair<std::uint32_t, std::uint32_t>> edges);
  [[nodiscard]] std::size_t degree(std::uint32_t node) const { return offsets[node + 1] - offsets[node]; }
};

/// The data of a dependency walk: references by the provision that they belong to, and the tree.
struct BareReading {
  Rows references;
  std::vector<std::uint32_t> ends;   ///< by node: one past its last part
  std::vector<std::uint32_t> above;  ///< by node: the nearest introduction above it that has references; itself if none
  std::vector<std::uint8_t> is_entered;  ///< by node: whether it is an article or a part of one
};

class HandWritten {
 public:
  explicit HandWritten(std::size_t node_count)
      : queue_(node_count + 1),
        other_queue_(node_count + 1),
        arrivals_(node_count + 1),
        marks_(node_count / 64 + 1),
        other_marks_(marks_) {}

  /// Number of nodes reached in at most `depth` hops, excluding the start.
  std::size_t closure(const Rows& rows, std::uint32_t start, std::uint32_t depth);
  /// The same to any depth, with prefetching.
  std::size_t closure_with_prefetch(const Rows& rows, std::uint32_t start);
  /// Number of provisions that `start` rests on, in at most `depth` references, each with the reference that first
  /// reached it and what was read there; definition in queries/treaty/dependency_steps.h.
  std::size_t dependencies(const BareReading& reading, std::uint32_t start, std::uint32_t depth);
  /// Length of a shortest path by bidirectional search; 0 if there is none.
  std::size_t distance(const Rows& symmetric, std::uint32_t from, std::uint32_t to);

 private:
  using Marks = std::vector<std::uint64_t>;
  static bool mark(Marks& marks, std::uint32_t node);
  static bool is_marked(const Marks& marks, std::uint32_t node);
  void unmark(std::size_t count);

  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> other_queue_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arrivals_;  ///< position that it was reached from; reference
  Marks marks_;
  Marks other_marks_;
};

}  // namespace treatygraph::bench
