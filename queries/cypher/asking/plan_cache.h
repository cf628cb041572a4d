#pragma once
// A cache of the prepared queries of one graph, by their text.

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "queries/cypher/asking/engine.h"

namespace treatygraph::queries::cypher {

/// Limited in number and bytes; the least recently used plan is evicted. Thread-safe: the lock is held only for
/// lookups, not while a query is prepared. So two threads may prepare the same query; one of the results is kept.
class PlanCache {
 public:
  struct Limits {
    std::size_t plans = 256;
    std::size_t bytes = std::size_t{32} * 1024 * 1024;
  };
  explicit PlanCache(const Graph& graph) : PlanCache(graph, Limits()) {}
  PlanCache(const Graph& graph, Limits limits) : graph_(&graph), limits_(limits) {}
  /// The cache of the graph, made on first use and kept with it.
  [[nodiscard]] static const PlanCache& of(const Graph& graph);

  using Kept = std::shared_ptr<const PreparedQuery>;
  /// The cached query, if it suits the parameters; otherwise a new one, which is cached unless it is large.
  [[nodiscard]] CypherResult<Kept> prepare(std::string_view text, const Map& parameters) const;
  /// Bytes of the cached plans.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Entry {
    std::string text;
    Kept query;
    std::size_t weight;  ///< bytes
  };
  void keep(std::string_view text, const Kept& query, std::size_t weight) const;
  /// Moves the entry to the front. Null if there is none. The lock must be held.
  [[nodiscard]] const Kept* find(std::string_view text) const;

  const Graph* graph_;
  Limits limits_;
  mutable std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  mutable std::size_t bytes_ = 0;
  mutable std::list<Entry> recent_;  ///< most recently used first
  mutable std::unordered_map<std::string_view, std::list<Entry>::iterator> by_text_;
};

}  // namespace treatygraph::queries::cypher
