#pragma once
// The keys of all nodes of a corpus. There may be more of them than fit into memory, so they are sorted on disk.

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/sorted_runs.h"
#include "graph/spilled_list.h"

namespace treatygraph::ingest {

/// A node: the number of its source, and its position among the nodes of that source.
struct NodeOfSource {
  std::uint32_t source;
  std::uint32_t node;
  auto operator<=>(const NodeOfSource&) const = default;
};

/// Keeps a hash of 64 bits for each key, sorted. A new key has the hash of another one with a probability of count /
/// 2^64. It is then taken for a duplicate, which is an error, or for an existing end of a relationship.
/// Call add() for all nodes, then close(), then the other functions. One thread only.
class KeysOfSources {
 public:
  /// `spill` must outlive this object. If it is null, everything is in memory.
  explicit KeysOfSources(SpillFile* spill) : spill_(spill), keys_(spill), shared_(spill) {}

  void add(std::string_view key, NodeOfSource node);
  /// Sorts the keys and finds duplicates. Call it once, after all add().
  void close();

  /// For each source that has a node of an earlier source: its first such node. Such a source is not used, so later
  /// sources may have the nodes of a refused one. In the order of the sources.
  [[nodiscard]] const std::vector<NodeOfSource>& doubles() const { return doubles_; }
  /// The first node that has the same key as another node of its own source. Sources with doubles are ignored.
  [[nodiscard]] const std::optional<NodeOfSource>& twice() const { return twice_; }

  /// Adds a node that no source has. Call it after close() and before each_known().
  void add_placeholder(std::string_view key);
  void close_placeholders() { keys_.close(); }

  /// A key that is looked for. The caller chooses `number` and `rank` to recognise the answer.
  struct Question {
    std::uint64_t hash;
    std::uint32_t number;
    std::uint32_t rank;
    auto operator<=>(const Question&) const = default;
  };
  [[nodiscard]] static Question question(std::string_view key, std::uint32_t number, std::uint32_t rank);
  /// Calls use(question) for each question whose key some node has, in the order of the hashes. `questions` must be
  /// closed. Both lists are sorted, so this is one merge over both.
  template <typename Use>
  void each_known(const SortedRuns<Question>& questions, const Use& use) const {
    typename SortedRuns<Entry>::Cursor key(keys_);
    questions.each([&](const Question& asked) {
      while (key.peek() != nullptr && key.peek()->hash < asked.hash) key.skip();
      if (key.peek() != nullptr && key.peek()->hash == asked.hash) use(asked);
    });
  }

 private:
  struct Entry {
    std::uint64_t hash;
    NodeOfSource node;
    auto operator<=>(const Entry&) const = default;
  };
  /// Whether a source has a node of an earlier source (Refused) or not (Used).
  enum class State : std::uint8_t { Unknown, Used, Refused };

  void find_shared();
  void find_doubles();
  void find_twice();
  template <typename Use>
  void each_shared(const Use& use) const;

  SpillFile* spill_;
  SortedRuns<Entry> keys_;
  SpilledList<Entry> shared_;  ///< entries whose key several nodes have, sorted by key
  std::vector<State> states_;  ///< by source
  std::vector<NodeOfSource> doubles_;
  std::optional<NodeOfSource> twice_;
};

}  // namespace treatygraph::ingest
