#pragma once
// Prepared queries of one graph, by their text.

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "queries/cypher/engine.h"

namespace treatygraph::queries::cypher {

/// The least recently used goes first. Any number of threads may ask.
class PlanCache {
 public:
  explicit PlanCache(const Graph& graph) : graph_(&graph) {}
  /// The one that is kept with the graph.
  [[nodiscard]] static const PlanCache& of(const Graph& graph);

  using Kept = std::shared_ptr<const PreparedQuery>;
  [[nodiscard]] CypherResult<Kept> prepare(std::string_view text, const Map& parameters) const;

 private:
  using Entry = std::pair<std::string, Kept>;
  /// nullptr where there is none; under the lock.
  [[nodiscard]] const Kept* find(std::string_view text) const;

  static constexpr std::size_t kMost = 256;

  const Graph* graph_;
  mutable std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  mutable std::list<Entry> recent_;  ///< the latest first
  mutable std::unordered_map<std::string_view, std::list<Entry>::iterator> by_text_;
};

}  // namespace treatygraph::queries::cypher
