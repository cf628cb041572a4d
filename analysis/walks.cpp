// 256 walks at once (multi-source breadth-first search). Each node has sets of walks, a bit for each walk:
// - reached_: the walks that arrived at it over a reference;
// - pending_: those of them that have not gone on from it;
// - read_: the walks that went over the node's own references.
// drain() works in rounds: the pending walks of a node go on together over the references of everything that is read
// with the node. A walk goes over the references of a node once, whatever it reached it by, so the work of a walk is
// linear in the references that it meets, and walks that meet share that work.
//
// References to nodes of other ranks are collected during the rounds. When a rank has nothing more to do, deliver()
// sends them, one set for each target, and the walks go on there. The ranks are done when none has anything to send.

#include "analysis/walks.h"

#include <algorithm>

#include <boost/mpi/collectives.hpp>

namespace treatygraph::analysis {

void Walks::finish() {
  do {
    drain();
  } while (deliver());
}

/// Takes the walks on, inside this rank, until none is pending.
void Walks::drain() {
  while (!queue_.empty()) {  // in rounds, so walks that arrive at a node in one round go on together
    now_.clear();
    now_.swap(queue_);
    for (const auto at : now_) {
      const auto lanes = std::exchange(pending_[at], Lanes());
      const auto node = part_.node(at);
      // A division or treaty is reached as a whole and not entered.
      if (part_.is_provision(node)) part_.each_read(node, [&](NodeId words) { read(words, lanes); });
    }
  }
}

/// The walks go over each reference of `words`, or against each reference to it, unless they did before.
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

/// Walks arrive at a node of this rank. Those that are covered there end.
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

/// Sends the walks that leave this rank, and takes those that arrive. False if no rank had any to send.
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
