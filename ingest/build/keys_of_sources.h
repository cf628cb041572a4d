#pragma once
// The keys of all nodes of a corpus, which may be more than fit into memory.

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/sorted_runs.h"
#include "graph/spilled_list.h"

namespace treatygraph::ingest {

/// A node by its position: in its source, and that among the sources.
struct NodeOfSource {
  std::uint32_t source;
  std::uint32_t node;
  auto operator<=>(const NodeOfSource&) const = default;
};

/// Knows keys by a hash of 64 bits, sorted. A key that is not in it may seem to be with a probability of count / 2^64;
/// it is then taken for a duplicate, which is an error, or for the end of a relationship that has none.
class KeysOfSources {
 public:
  explicit KeysOfSources(SpillFile* spill) : spill_(spill), keys_(spill), shared_(spill) {}

  void add(std::string_view key, NodeOfSource node);
  /// After add(), before the next functions.
  void close();

  /// The first node that an earlier source has, of each source with such a node. A source that has one is not used, so
  /// what it has itself is nobody's double. In the order of the sources.
  [[nodiscard]] const std::vector<NodeOfSource>& doubles() const { return doubles_; }
  /// The first node that has the key of another one of its source; of sources without doubles.
  [[nodiscard]] const std::optional<NodeOfSource>& twice() const { return twice_; }

  /// A node that no source has; after close(), before each_known().
  void add_placeholder(std::string_view key);
  void close_placeholders() { keys_.close(); }

  /// A key that is looked for, and what for.
  struct Question {
    std::uint64_t hash;
    std::uint32_t number;
    std::uint32_t rank;
    auto operator<=>(const Question&) const = default;
  };
  [[nodiscard]] static Question question(std::string_view key, std::uint32_t number, std::uint32_t rank);
  /// Calls use(question) for each that some node has the key of. `questions` are closed.
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
  enum class State : std::uint8_t { Unknown, Used, Refused };

  void find_shared();
  void find_doubles();
  void find_twice();
  template <typename Use>
  void each_shared(const Use& use) const;

  SpillFile* spill_;
  SortedRuns<Entry> keys_;
  SpilledList<Entry> shared_;  ///< those of several nodes, one key after the other
  std::vector<State> states_;  ///< by source
  std::vector<NodeOfSource> doubles_;
  std::optional<NodeOfSource> twice_;
};

}  // namespace treatygraph::ingest
