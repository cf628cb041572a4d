// PageRank by power iteration, without building the graph of all readings. A reference to an article means one edge to
// each of its parts, so the edges may be many times the references. Instead, the rank that arrives at a target is
// collected once, and spread() distributes it over the range of ids of the target's parts by a difference array. A
// round is linear in nodes and references.

#include "queries/walks/reading_rank.h"

#include <cmath>

#include "graph/vocabulary.h"
#include "queries/walks/page_rank.h"

namespace treatygraph::queries {
namespace {

/// The steps of the reader: from own words over references to targets, and from a target to everything read with it. A
/// "seat" is a node with own words, at which a reader can be.
class Reader {
 public:
  explicit Reader(const OwnWordsGraph& words) : words_(words), graph_(words.graph()) {
    const auto count = static_cast<std::uint32_t>(graph_.node_count());
    before_.resize(count + 1);
    is_seat_.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      // before_ is the prefix sum of is_seat_: the seats in a subtree are a difference of two of its values.
      is_seat_[i] = words.has(NodeId{i}) && has_own_words(graph_, NodeId{i});
      before_[i + 1] = before_[i] + (is_seat_[i] ? 1U : 0U);
    }
    for (std::uint32_t i = 0; i < count; ++i) take_references(NodeId{i});
  }

  /// Iterates until the ranks settle. They start equal.
  Result<ReadingRank> settle(Budget& budget) {
    const auto count = graph_.node_count();
    const auto seats = static_cast<double>(before_[count]);
    ReadingRank rank{std::vector<double>(count), ways_.size()};
    for (std::size_t i = 0; i < count; ++i) rank.shares[i] = is_seat_[i] ? 1 / seats : 0;
    for (int round = 0; round < kMostRounds; ++round) {
      if (!budget.spend(count + ways_.size())) return fail(budget.why_stopped());
      if (step(rank.shares, seats) <= kSettled) break;
    }
    return rank;
  }

 private:
  /// A reference that a reader may follow, with its probability.
  struct Way {
    std::uint32_t from;
    std::uint32_t target;
    double share;
  };

  /// Keeps the references of a seat whose target has seats to arrive at, each with the same probability.
  void take_references(NodeId node) {
    if (!is_seat_[index_of(node)]) return;
    const auto first = ways_.size();
    words_.each_reference(node, [&](RelationshipId, NodeId target) {
      if (seats_read(target) > 0)
        ways_.push_back({static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(target), 0});
    });
    for (auto way = first; way < ways_.size(); ++way)
      ways_[way].share = 1.0 / static_cast<double>(ways_.size() - first);
    if (ways_.size() == first) without_reference_.push_back(static_cast<std::uint32_t>(node));
  }

  /// How many seats are read with `target`: those in its subtree by prefix sums, and its introductions.
  [[nodiscard]] std::size_t seats_read(NodeId target) const {
    if (!words_.reading().is_provision(target)) return is_seat_[index_of(target)] ? 1 : 0;
    const auto inside = graph_.subtree(target);
    std::size_t seats = before_[index_of(inside.last)] - before_[index_of(inside.first)];
    words_.reading().each_introduction(target, [&](NodeId above) { seats += is_seat_[index_of(above)] ? 1U : 0U; });
    return seats;
  }

  /// One step of all readers; returns how much rank moved.
  double step(std::vector<double>& shares, double seats) {
    arriving_.assign(shares.size(), 0);
    for (const auto& way : ways_) arriving_[way.target] += shares[way.from] * way.share;
    // Readers without a reference restart anywhere.
    double anywhere = 0;
    for (const auto node : without_reference_) anywhere += shares[node];
    next_.assign(shares.size(), 0);
    spread();
    double moved = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (!is_seat_[i]) continue;
      const double now = (1 - kDamping + kDamping * anywhere) / seats + kDamping * next_[i];
      moved += std::abs(now - shares[i]);
      shares[i] = now;
    }
    return moved;
  }

  /// Spreads the rank that arrives at a target equally over everything read with it. Its parts are a range of ids,
  /// encoded as a difference at each end and summed up in one pass at the end.
  void spread() {
    run_.assign(next_.size() + 1, 0);
    for (std::uint32_t i = 0; i < arriving_.size(); ++i) {
      // Most nodes are not referred to.
      if (arriving_[i] == 0) continue;
      const NodeId target{i};
      if (!words_.reading().is_provision(target)) {
        next_[i] += arriving_[i];
        continue;
      }
      const double each = arriving_[i] / static_cast<double>(seats_read(target));
      run_[i] += each;
      run_[index_of(graph_.subtree(target).last)] -= each;
      words_.reading().each_introduction(target, [&](NodeId above) { next_[index_of(above)] += each; });
    }
    double each = 0;
    for (std::size_t i = 0; i < next_.size(); ++i) {
      each += run_[i];
      if (is_seat_[i]) next_[i] += each;
    }
  }

  const OwnWordsGraph& words_;
  const Graph& graph_;
  std::vector<bool> is_seat_;          ///< by NodeId: whether it has own words
  std::vector<std::uint32_t> before_;  ///< number of nodes with own words before a node
  std::vector<Way> ways_;
  std::vector<std::uint32_t> without_reference_;
  std::vector<double> arriving_;
  std::vector<double> next_;
  std::vector<double> run_;
};

}  // namespace

bool has_own_words(const Graph& graph, NodeId node) {
  const auto refers_to = graph.types().find(type::kRefersTo);
  return graph.subtree(node).size() == 1 || Reading::of(graph).role_of(node) == ReadingRole::Division ||
         (refers_to && !graph.out(node, *refers_to).empty());
}

Result<ReadingRank> reading_ranks(const OwnWordsGraph& words, Budget& budget) {
  return Reader(words).settle(budget);
}

}  // namespace treatygraph::queries
