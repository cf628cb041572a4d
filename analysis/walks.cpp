#include "analysis/walks.h"

#include <algorithm>

#include <boost/mpi/collectives.hpp>

namespace treatygraph::analysis {

void Walks::finish() {
  do {
    drain();
  } while (deliver());
}

/// The walks go on from everything that is read with the nodes that they reached.
void Walks::drain() {
  while (!queue_.empty()) {  // in rounds, so that walks that meet go on together
    now_.clear();
    now_.swap(queue_);
    for (const auto at : now_) {
      const auto lanes = std::exchange(pending_[at], Lanes());
      const auto node = part_.node(at);
      if (part_.is_provision(node)) part_.each_read(node, [&](NodeId words) { read(words, lanes); });
    }
  }
}

/// The walks go over each reference of `words`, or to it.
void Walks::read(NodeId words, const Lanes& lanes) {
  const auto hops = hops_of(words);
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

void Walks::reach(NodeId node, const Lanes& lanes) {
  const auto at = part_.at(node);
  const auto fresh = reached_[at].take(lanes.without(covered_.at(at)));
  if (!fresh.any()) return;
  if (!is_touched_[at]) {
    is_touched_[at] = true;
    touched_.push_back(static_cast<std::uint32_t>(at));
  }
  if (!pending_[at].any()) queue_.push_back(static_cast<std::uint32_t>(at));
  pending_[at].take(fresh);
}

/// Sends and receives what left a rank; false if nothing left any.
bool Walks::deliver() {
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

void Walks::reset() {
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
  covered_ = {};
}

}  // namespace treatygraph::analysis
