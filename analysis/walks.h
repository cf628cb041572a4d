#pragma once
// Walks over references from up to 256 nodes at once, through the nodes of all ranks. A walk reaches the nodes that the
// question `dependencies` reaches from its origin.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "analysis/lanes.h"
#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

/// The nodes where walks may end because it is known what they would reach from there: the nodes that walks from hubs
/// have reached, for the walks that reach the same hub.
class Covered {
 public:
  /// Covers nothing.
  Covered() = default;
  /// `by_hub` has by position the walks from hubs that reached a node of this rank. It must outlive this object.
  explicit Covered(std::span<const Lanes> by_hub) : by_hub_(by_hub) {}

  /// Adds walks that reach the hub whose walk has the lane `hub`.
  void add(std::size_t hub, const Lanes& walks) { walks_to_.emplace_back(hub, walks); }
  /// The walks that need not go on from the node at `position`.
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

/// Walks are begun, finished together, read, and reset for the next ones. Every rank calls finish() the same number of
/// times; a walk is begun only on the rank that has its origin.
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

  /// Sets where walks end. Call it before walks begin; reset() removes it.
  void end_at(Covered covered) { covered_ = std::move(covered); }
  /// Begins a walk at a provision of this rank, as `dependencies` begins.
  void begin(NodeId origin, std::size_t lane) {
    each_begun(origin, [&](NodeId words) { read(words, Lanes::of(lane)); });
  }
  /// Begins a walk at a node of this rank as a walk goes on from a node that it reached.
  void begin_inside(NodeId node, std::size_t lane) {
    part_.each_read(node, [&](NodeId words) { read(words, Lanes::of(lane)); });
  }
  /// Takes all walks that were begun to their ends, on all ranks.
  void finish();

  /// By position, the walks that reached each node of this rank, without those that were covered there.
  [[nodiscard]] std::span<const Lanes> reached() const { return reached_; }
  /// The positions of the nodes that any walk reached, in no particular order.
  [[nodiscard]] std::span<const std::uint32_t> touched() const { return touched_; }
  /// Makes the node unreached by one walk: used for the origin's own parts.
  void remove(NodeId node, std::size_t lane) { reached_[part_.at(node)].remove(lane); }
  /// Forgets all walks. The cost is linear in the nodes that they touched, not in the size of the part.
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
  /// Walks that go on at a node of another rank.
  struct Message {
    std::uint32_t node{};
    Lanes lanes;
  };

  template <typename Visit>
  void each_begun(NodeId origin, const Visit& visit) const {
    part_.each_read(origin, visit);
    if (direction_ == Direction::Out) return;
    // A reference to a division means each provision in it; walks against references look for these at the first step
    // only.
    for (auto whole = part_.graph().parent(origin); whole; whole = part_.graph().parent(*whole)) {
      if (part_.is_division(*whole)) visit(*whole);
    }
  }
  [[nodiscard]] HopRange hops_of(NodeId words) const {
    return direction_ == Direction::Out ? part_.references(words) : part_.references_to(words);
  }

  /// The steps of finish(), see walks.cpp.
  void drain();
  void read(NodeId words, const Lanes& lanes);
  void reach(NodeId node, const Lanes& lanes);
  [[nodiscard]] bool deliver();

  const Ranks& ranks_;
  const Part& part_;
  Direction direction_;
  std::vector<Lanes> reached_;  ///< by position: walks that reached the node over a reference
  std::vector<Lanes> pending_;  ///< by position: those of them that have not gone on from it
  std::vector<Lanes> read_;     ///< by position: walks that went over its references
  std::vector<bool> is_touched_;
  std::vector<bool> is_read_;
  std::vector<std::uint32_t> touched_;     ///< positions with is_touched_
  std::vector<std::uint32_t> read_nodes_;  ///< positions with is_read_
  std::vector<std::uint32_t> queue_;       ///< positions with pending walks, for the next round
  std::vector<std::uint32_t> now_;         ///< the positions of the present round
  std::vector<Message> outgoing_;          ///< for deliver()
  Covered covered_;
};

}  // namespace treatygraph::analysis
