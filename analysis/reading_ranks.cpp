#include "analysis/reading_ranks.h"

#include <cmath>

namespace treatygraph::analysis {
namespace {

constexpr double kDamping = 0.85;
constexpr double kSettled = 1e-12;  // relative to the sum: as one process does
constexpr int kMostRounds = 500;

/// The reader's steps. What arrives at a target of another rank is added up here, and sent once in each round; what is
/// read with a target belongs to the target's treaty, so its owner spreads it alone.
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

  void count_seats() {
    before_.resize(part_.size() + 1);
    for (std::size_t i = 0; i < part_.size(); ++i) {
      before_[i + 1] = before_[i] + (part_.has_own_words(part_.node(i)) ? 1U : 0U);
    }
  }
  [[nodiscard]] bool is_seat(std::size_t at) const { return before_[at + 1] > before_[at]; }

  /// 0 if no reader can arrive at it.
  [[nodiscard]] std::uint32_t seats_read(NodeId target) const {
    if (!part_.is_provision(target)) return is_seat(part_.at(target)) ? 1 : 0;
    const auto inside = part_.graph().subtree(target);
    const auto first = part_.at(inside.first);
    auto seats = before_[first + inside.size()] - before_[first];
    part_.each_introduction(target, [&](NodeId above) { seats += is_seat(part_.at(above)) ? 1U : 0U; });
    return seats;
  }

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

  /// One step of all readers; returns how much rank moved, over all ranks.
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

  /// What arrived at a target is spread over all that is read with it: a range of nodes, encoded as differences at its
  /// ends.
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
  std::vector<std::uint32_t> before_;  ///< number of seats before a position: nodes with own words
  std::vector<Way> ways_;
  std::vector<std::uint32_t> without_reference_;
  std::vector<double> arriving_;
  std::vector<double> next_;
  std::vector<double> run_;
};

}  // namespace

ReadingRanks reading_ranks(const Ranks& ranks, const Part& part) {
  return Reader(ranks, part).settle();
}

}  // namespace treatygraph::analysis
