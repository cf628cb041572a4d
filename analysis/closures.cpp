#include "analysis/closures.h"

#include <algorithm>

#include <boost/mpi/collectives.hpp>

#include "analysis/lanes.h"
#include "graph/analyses.h"

namespace treatygraph::analysis {
namespace {

/// The outermost provisions of all ranks, in document order; each is the origin of one walk.
std::vector<std::uint32_t> origins_of(const Ranks& ranks, const Part& part) {
  std::vector<std::uint32_t> own;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part.is_outermost(part.node(i))) own.push_back(static_cast<std::uint32_t>(part.node(i)));
  }
  const std::vector<std::vector<std::uint32_t>> to_all(ranks.count(), own);
  std::vector<std::uint32_t> all;
  for (const auto& of_rank : ranks.exchange(to_all)) all.insert(all.end(), of_rank.begin(), of_rank.end());
  return all;
}

/// Walks of up to 256 origins at once, through the nodes of this rank. Lanes that reach a node of another rank are sent
/// there when there is nothing more to do here.
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

  /// How many nodes of this rank each origin reaches.
  LaneCounts run(std::span<const std::uint32_t> origins) {
    for (std::size_t lane = 0; lane < origins.size(); ++lane) {
      if (part_.has(NodeId{origins[lane]})) start(NodeId{origins[lane]}, Lanes::of(lane));
    }
    do {
      drain();
    } while (deliver());
    auto counts = count(origins);
    reset();
    return counts;
  }

 private:
  struct Message {
    std::uint32_t node;
    Lanes lanes;
  };

  void start(NodeId origin, Lanes lane) {
    part_.each_read(origin, [&](NodeId words) { read(words, lane); });
    if (direction_ == Direction::Out) return;
    // What refers to a division rests on each provision in it; at the first step alone.
    for (auto whole = part_.graph().parent(origin); whole; whole = part_.graph().parent(*whole)) {
      if (part_.is_division(*whole)) read(*whole, lane);
    }
  }

  /// The lanes go on from everything that is read with the nodes that they reached.
  void drain() {
    while (!queue_.empty()) {  // in rounds, so that lanes that meet go on together
      now_.clear();
      now_.swap(queue_);
      for (const auto at : now_) {
        const auto lanes = std::exchange(pending_[at], Lanes());
        const auto node = part_.node(at);
        if (part_.is_provision(node)) part_.each_read(node, [&](NodeId words) { read(words, lanes); });
      }
    }
  }

  /// The lanes go over each reference of `words`, or to it.
  void read(NodeId words, const Lanes& lanes) {
    const auto hops = direction_ == Direction::Out ? part_.references(words) : part_.references_to(words);
    if (hops.empty()) return;
    const auto at = part_.at(words);
    if (!is_read_[at]) {
      is_read_[at] = true;
      read_nodes_.push_back(static_cast<std::uint32_t>(at));
    }
    const auto fresh = read_[at].take(lanes);
    if (!fresh.any()) return;
    for (std::size_t i = 0; i < hops.size(); ++i) {
      if (part_.has(hops.node(i))) {
        reach(hops.node(i), fresh);
      } else {
        outgoing_.push_back({static_cast<std::uint32_t>(hops.node(i)), fresh});
      }
    }
  }
  void reach(NodeId node, const Lanes& lanes) {
    const auto at = part_.at(node);
    const auto fresh = reached_[at].take(lanes);
    if (!fresh.any()) return;
    if (!is_touched_[at]) {
      is_touched_[at] = true;
      touched_.push_back(static_cast<std::uint32_t>(at));
    }
    if (!pending_[at].any()) queue_.push_back(static_cast<std::uint32_t>(at));
    pending_[at].take(fresh);
  }

  /// Sends and receives what left a rank; false if nothing left any.
  bool deliver() {
    if (!boost::mpi::all_reduce(ranks_.world(), !outgoing_.empty(), std::logical_or<bool>())) return false;
    std::ranges::sort(outgoing_, {}, &Message::node);
    std::vector<std::vector<Message>> to(ranks_.count());
    for (const auto& message : outgoing_) {
      auto& there = to[ranks_.owner(NodeId{message.node})];
      if (there.empty() || there.back().node != message.node) {
        there.push_back(message);
      } else {
        there.back().lanes.take(message.lanes);
      }
    }
    outgoing_.clear();
    for (const auto& from : ranks_.exchange(to)) {
      for (const auto& message : from) reach(NodeId{message.node}, message.lanes);
    }
    return true;
  }

  [[nodiscard]] LaneCounts count(std::span<const std::uint32_t> origins) {
    for (std::size_t lane = 0; lane < origins.size(); ++lane) {
      const NodeId origin{origins[lane]};
      if (!part_.has(origin)) continue;
      const auto first = part_.at(origin);
      for (std::size_t i = 0; i < part_.graph().subtree(origin).size(); ++i) reached_[first + i].remove(lane);
    }
    LaneCounts counts;
    for (const auto at : touched_) counts.add(reached_[at]);
    return counts;
  }
  void reset() {
    for (const auto at : touched_) {
      reached_[at] = {};
      is_touched_[at] = false;
    }
    for (const auto at : read_nodes_) {
      read_[at] = {};
      is_read_[at] = false;
    }
    touched_.clear();
    read_nodes_.clear();
  }

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
};

}  // namespace

Closures closures_of(const Ranks& ranks, const Part& part, Direction direction) {
  const auto origins = origins_of(ranks, part);
  Walks walks(ranks, part, direction);
  Closures found;
  found.provisions = origins.size();
  found.sizes.assign(part.size(), Analyses::kNone);
  for (std::size_t first = 0; first < origins.size(); first += Lanes::kCount) {
    const auto batch = std::span(origins).subspan(first, std::min(Lanes::kCount, origins.size() - first));
    const auto counts = walks.run(batch);
    std::vector<std::uint32_t> sizes;
    for (std::size_t lane = 0; lane < batch.size(); ++lane) sizes.push_back(counts.of(lane));
    std::vector<std::uint32_t> of_all(sizes.size());
    boost::mpi::all_reduce(ranks.world(), sizes.data(), static_cast<int>(sizes.size()), of_all.data(),
                           std::plus<std::uint32_t>());
    for (std::size_t lane = 0; lane < batch.size(); ++lane) {
      if (part.has(NodeId{batch[lane]})) found.sizes[part.at(NodeId{batch[lane]})] = of_all[lane];
    }
  }
  return found;
}

}  // namespace treatygraph::analysis
