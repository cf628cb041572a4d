#pragma once
// Walks over references from up to 256 nodes at once, through the nodes of all ranks.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "analysis/lanes.h"
#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

/// Where walks end because it is known what they reach from there: at what other walks, from hubs, have reached.
class Covered {
 public:
  Covered() = default;
  /// `by_hub`, by position: the walks from hubs that reached a node of this rank. It outlives this.
  explicit Covered(std::span<const Lanes> by_hub) : by_hub_(by_hub) {}

  /// `walks` all reach the hub.
  void add(std::size_t hub, const Lanes& walks) { walks_to_.emplace_back(hub, walks); }
  [[nodiscard]] Lanes at(std::size_t position) const {
    Lanes covered;
    if (by_hub_.empty() || !by_hub_[position].any()) return covered;
    for (const auto& [hub, walks] : walks_to_) {
      if (by_hub_[position].has(hub)) covered.take(walks);
    }
    return covered;
  }

 private:
  std::span<const Lanes> by_hub_;
  std::vector<std::pair<std::size_t, Lanes>> walks_to_;
};

/// Every rank calls the same functions in the same order.
class Walks {
 public:
  Walks(const Ranks& ranks, const Part& part, Direction direction)
      : ranks_(ranks),
        part_(part),
        direction_(direction),
        reached_(part.size()),
        pending_(part.size()),
        read_(part.size()),
        is_touched_(part.size()),
        is_read_(part.size()) {}

  /// Before walks begin.
  void end_at(Covered covered) { covered_ = std::move(covered); }
  /// From a provision, as `dependencies` begins; on its rank.
  void begin(NodeId origin, std::size_t lane) {
    each_begun(origin, [&](NodeId words) { read(words, Lanes::of(lane)); });
  }
  /// As a walk goes on from a node that it reached; on its rank.
  void begin_inside(NodeId node, std::size_t lane) {
    part_.each_read(node, [&](NodeId words) { read(words, Lanes::of(lane)); });
  }
  /// All that began, to their ends.
  void finish();

  /// The walks that reached each node of this rank, except where they were covered.
  [[nodiscard]] std::span<const Lanes> reached() const { return reached_; }
  /// Positions of nodes that any walk reached.
  [[nodiscard]] std::span<const std::uint32_t> touched() const { return touched_; }
  void remove(NodeId node, std::size_t lane) { reached_[part_.at(node)].remove(lane); }
  /// For the next walks.
  void reset();

  /// Calls `visit(NodeId)` with the nodes that the first references of a walk from `origin` lead to.
  template <typename Visit>
  void each_first(NodeId origin, const Visit& visit) const {
    each_begun(origin, [&](NodeId words) {
      const auto hops = hops_of(words);
      for (std::size_t i = 0; i < hops.size(); ++i) visit(hops.node(i));
    });
  }

 private:
  struct Message {
    std::uint32_t node{};
    Lanes lanes;
  };

  template <typename Visit>
  void each_begun(NodeId origin, const Visit& visit) const {
    part_.each_read(origin, visit);
    if (direction_ == Direction::Out) return;
    // What refers to a division rests on each provision in it; at the first step alone.
    for (auto whole = part_.graph().parent(origin); whole; whole = part_.graph().parent(*whole)) {
      if (part_.is_division(*whole)) visit(*whole);
    }
  }
  [[nodiscard]] HopRange hops_of(NodeId words) const {
    return direction_ == Direction::Out ? part_.references(words) : part_.references_to(words);
  }

  void drain();
  void read(NodeId words, const Lanes& lanes);
  void reach(NodeId node, const Lanes& lanes);
  [[nodiscard]] bool deliver();

  const Ranks& ranks_;
  const Part& part_;
  Direction direction_;
  std::vector<Lanes> reached_;  ///< by position: walks that reached it over a reference
  std::vector<Lanes> pending_;  ///< of those, the ones that have not gone on from it
  std::vector<Lanes> read_;     ///< walks that went over its references
  std::vector<bool> is_touched_;
  std::vector<bool> is_read_;
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> read_nodes_;
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> now_;
  std::vector<Message> outgoing_;
  Covered covered_;
};

}  // namespace treatygraph::analysis
