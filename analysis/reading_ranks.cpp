// PageRank by power iteration (Brin and Page 1998), over all ranks. The words here: a seat is a node with own words,
// where a reader can be; a way is a reference that a reader at a seat may follow. In each step
// - the share of every seat is divided among its ways, and what arrives at each target is added up;
// - what arrived at targets of other ranks is sent to their owners, one number for each target;
// - the owner spreads what arrived at a target evenly over the seats that are read with it: the target, its parts, and
//   the provisions that contain it. All of these are in the target's treaty, so the owner has them;
// - readers at seats without a way, and 15 of 100 others, restart at any seat.
// The steps end when the shares hardly change any more.

#include "analysis/reading_ranks.h"

#include <cmath>

namespace treatygraph::analysis {
namespace {

constexpr double kDamping = 0.85;
constexpr double kSettled = 1e-12;  // change of all shares in a step; their sum is 1. As in queries/walks
constexpr int kMostRounds = 500;    // 0.85 to the power of 180 is below kSettled, so it settles long before

/// The reader's steps, for the seats of this rank.
class Reader {
 public:
  Reader(const Ranks& ranks, const Part& part)
      : ranks_(ranks), part_(part), halo_(ranks, remote_targets(part.graph(), part.nodes())) {
    count_seats();
    const auto read_elsewhere = halo_.fetch<std::uint32_t>([&](NodeId target) { return seats_read(target); });
    for (std::size_t i = 0; i < part.size(); ++i) take_references(part.node(i), read_elsewhere);
  }

  ReadingRanks settle() {
    ReadingRanks found;
    found.references = ranks_.sum(std::uint64_t{ways_.size()});
    const auto seats = static_cast<double>(ranks_.sum(std::uint64_t{before_.back()}));
    found.shares.resize(part_.size());
    for (std::size_t i = 0; i < part_.size(); ++i) found.shares[i] = is_seat(i) ? 1 / seats : 0;
    while (found.rounds++ < kMostRounds) {
      if (step(found.shares, seats) <= kSettled) break;
    }
    return found;
  }

 private:
  struct Way {
    std::uint32_t from;    ///< position in this part
    std::uint32_t target;  ///< position in arriving_: this part's nodes, then the halo's slots
    double share;
  };

  /// Makes before_, from which the number of seats in a range of nodes is a difference.
  void count_seats() {
    before_.resize(part_.size() + 1);
    for (std::size_t i = 0; i < part_.size(); ++i) {
      before_[i + 1] = before_[i] + (part_.has_own_words(part_.node(i)) ? 1U : 0U);
    }
  }
  [[nodiscard]] bool is_seat(std::size_t at) const { return before_[at + 1] > before_[at]; }

  /// How many seats are read with the target, which is of this rank. 0 if no reader can arrive at it.
  [[nodiscard]] std::uint32_t seats_read(NodeId target) const {
    if (!part_.is_provision(target)) return is_seat(part_.at(target)) ? 1 : 0;
    const auto inside = part_.graph().subtree(target);
    const auto first = part_.at(inside.first);
    auto seats = before_[first + inside.size()] - before_[first];
    part_.each_introduction(target, [&](NodeId above) { seats += is_seat(part_.at(above)) ? 1U : 0U; });
    return seats;
  }

  /// Adds the ways of a node: its references and those of the provisions that contain it. References to targets without
  /// a seat do not count.
  void take_references(NodeId node, const std::vector<std::uint32_t>& read_elsewhere) {
    if (!is_seat(part_.at(node))) return;
    const auto first = ways_.size();
    const auto over = [&](NodeId words) {
      for (const auto hop : part_.references(words)) {
        const auto slot = part_.has(hop.node) ? part_.at(hop.node) : part_.size() + halo_.slot(hop.node);
        const auto read = slot < part_.size() ? seats_read(hop.node) : read_elsewhere[slot - part_.size()];
        if (read > 0) {
          ways_.push_back({static_cast<std::uint32_t>(part_.at(node)), static_cast<std::uint32_t>(slot), 0});
        }
      }
    };
    if (part_.is_provision(node)) {
      over(node);
      part_.each_introduction(node, over);
    }
    for (auto way = first; way < ways_.size(); ++way)
      ways_[way].share = 1.0 / static_cast<double>(ways_.size() - first);
    if (ways_.size() == first) without_reference_.push_back(static_cast<std::uint32_t>(part_.at(node)));
  }

  /// One step of all readers. Returns the sum of the changes of all shares, over all ranks.
  double step(std::vector<double>& shares, double seats) {
    arriving_.assign(part_.size() + halo_.size(), 0);
    for (const auto& way : ways_) arriving_[way.target] += shares[way.from] * way.share;
    const std::vector<double> elsewhere(arriving_.begin() + static_cast<std::ptrdiff_t>(part_.size()), arriving_.end());
    halo_.send(elsewhere, [&](NodeId target, double share) { arriving_[part_.at(target)] += share; });
    double here = 0;
    for (const auto at : without_reference_) here += shares[at];
    const double anywhere = ranks_.sum(here);
    spread();
    double moved = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (!is_seat(i)) continue;
      const double now = (1 - kDamping + kDamping * anywhere) / seats + kDamping * next_[i];
      moved += std::abs(now - shares[i]);
      shares[i] = now;
    }
    return ranks_.sum(moved);
  }

  /// Spreads what arrived at each target over the seats that are read with it. A target and its parts are a range of
  /// nodes, so run_ gets a difference at each end of the range, and a running sum gives each node its value. The cost
  /// is then one step for each target, however many parts it has.
  void spread() {
    next_.assign(part_.size(), 0);
    run_.assign(part_.size() + 1, 0);
    for (std::size_t i = 0; i < part_.size(); ++i) {
      if (arriving_[i] == 0) continue;
      const auto target = part_.node(i);
      if (!part_.is_provision(target)) {
        next_[i] += arriving_[i];
        continue;
      }
      const double each = arriving_[i] / seats_read(target);
      run_[i] += each;
      run_[i + part_.graph().subtree(target).size()] -= each;
      part_.each_introduction(target, [&](NodeId above) { next_[part_.at(above)] += each; });
    }
    double each = 0;
    for (std::size_t i = 0; i < next_.size(); ++i) {
      each += run_[i];
      if (is_seat(i)) next_[i] += each;
    }
  }

  const Ranks& ranks_;
  const Part& part_;
  Halo halo_;
  std::vector<std::uint32_t> before_;  ///< by position: the number of seats before it
  std::vector<Way> ways_;
  std::vector<std::uint32_t> without_reference_;  ///< positions of seats without a way
  std::vector<double> arriving_;                  ///< by position, then by slot of the halo: what arrived in this step
  std::vector<double> next_;                      ///< by position: what was spread to it in this step
  std::vector<double> run_;                       ///< differences, see spread()
};

}  // namespace

ReadingRanks reading_ranks(const Ranks& ranks, const Part& part) {
  return Reader(ranks, part).settle();
}

}  // namespace treatygraph::analysis
