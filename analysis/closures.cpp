// How closures are counted. One walk for each outermost provision would visit most of a large treaty again and again,
// since most provisions lead into one ring of references (hubs.h) and reach the same nodes through it. So:
// 1. Origins finds for each outermost provision a hub that its first references lead to, if there is one. The origins
// are sorted by hub.
// 2. The origins are taken in groups with at most 256 hubs. One walk from each hub finds the nodes that the hub
// reaches.
// 3. Then the origins of the group are walked, 256 at a time. A walk ends at nodes that its hub reaches (Covered), so
// it visits only the others.
// 4. The size of a closure is the reach of the hub plus the other nodes, without the origin's own parts.
// All ranks have the same list of origins and do the same batches; each counts the nodes of its own part, and the
// counts are added.

#include "analysis/closures.h"

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include <boost/mpi/collectives.hpp>

#include "analysis/hubs.h"
#include "analysis/walks.h"
#include "graph/analyses.h"

namespace treatygraph::analysis {
namespace {

constexpr auto kNoHub = Hubs::kNone;

/// An outermost provision, and a hub that it reaches. Sorted by hub, so that origins of one hub are walked together.
struct Origin {
  std::uint32_t hub;  ///< its pivot; kNoHub, which comes last, if no hub is known
  std::uint32_t node;
  auto operator<=>(const Origin&) const = default;
};

/// Finds a hub for each origin: one that a first reference of it leads to.
class Origins {
 public:
  Origins(const Ranks& ranks, const Part& part, const Walks& walks, const Hubs& hubs)
      : ranks_(ranks), part_(part), walks_(walks), hubs_(hubs) {}

  /// The origins of all ranks, sorted; the same on every rank.
  std::vector<Origin> all() {
    std::vector<Origin> own;
    for (std::size_t i = 0; i < part_.size(); ++i) {
      const auto node = part_.node(i);
      if (part_.is_outermost(node)) own.push_back({hub_here(node), static_cast<std::uint32_t>(node)});
    }
    ask_other_ranks(own);
    std::vector<Origin> all;
    for (const auto& of_rank : ranks_.exchange(std::vector<std::vector<Origin>>(ranks_.count(), own))) {
      all.insert(all.end(), of_rank.begin(), of_rank.end());
    }
    std::ranges::sort(all);
    return all;
  }

 private:
  /// A hub that this rank knows, or kNoHub. The nearest one is best: it is usually that of the origin's
  /// own treaty, from which the hubs of other treaties are reached as well.
  [[nodiscard]] std::uint32_t hub_here(NodeId origin) const {
    const auto at = static_cast<std::uint32_t>(origin);
    auto nearest = kNoHub;
    walks_.each_first(origin, [&](NodeId first) {
      if (!part_.has(first)) return;
      const auto pivot = hubs_.pivot_from(first);
      if (pivot == kNoHub) return;
      if (nearest == kNoHub || distance(at, pivot) < distance(at, nearest)) nearest = pivot;
    });
    return nearest;
  }
  static std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

  /// Finds hubs for origins that have only references to treaties of other ranks.
  void ask_other_ranks(std::vector<Origin>& own) const {
    std::vector<std::uint32_t> wanted;
    const auto each_there = [this](NodeId origin, const auto& visit) {
      walks_.each_first(origin, [&](NodeId first) {
        if (!part_.has(first)) visit(first);
      });
    };
    for (const auto& origin : own) {
      if (origin.hub != kNoHub) continue;
      each_there(NodeId{origin.node}, [&](NodeId first) { wanted.push_back(static_cast<std::uint32_t>(first)); });
    }
    std::ranges::sort(wanted);
    wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
    const Halo there(ranks_, std::move(wanted));
    const auto pivots = there.fetch<std::uint32_t>([this](NodeId node) { return hubs_.pivot_from(node); });
    for (auto& origin : own) {
      if (origin.hub != kNoHub) continue;
      each_there(NodeId{origin.node},
                 [&](NodeId first) { origin.hub = std::min(origin.hub, pivots[there.slot(first)]); });
    }
  }

  const Ranks& ranks_;
  const Part& part_;
  const Walks& walks_;
  const Hubs& hubs_;
};

/// Counts what each origin reaches: steps 2 to 4 above.
class Counting {
 public:
  Counting(const Ranks& ranks, const Part& part, Direction direction)
      : ranks_(ranks), part_(part), walks_(ranks, part, direction), by_hub_(part.size()) {
    const Hubs hubs(part, direction);
    origins_ = Origins(ranks, part, walks_, hubs).all();
  }

  Closures count() {
    found_.provisions = origins_.size();
    found_.sizes.assign(part_.size(), Analyses::kNone);
    for (auto rest = std::span<const Origin>(origins_); !rest.empty();) {
      const auto group = rest.first(size_of_group(rest));
      walk_hubs(group);
      for (auto more = group; !more.empty();) {
        const auto batch = more.first(std::min(Lanes::kCount, more.size()));
        walk(batch);
        more = more.subspan(batch.size());
      }
      rest = rest.subspan(group.size());
    }
    return std::move(found_);
  }

 private:
  /// How many of the first origins have together at most as many hubs as there are lanes.
  static std::size_t size_of_group(std::span<const Origin> origins) {
    std::size_t hubs = 0;
    for (std::size_t i = 0; i < origins.size(); ++i) {
      if (i > 0 && origins[i].hub == origins[i - 1].hub) continue;
      if (++hubs > Lanes::kCount) return i;
    }
    return origins.size();
  }

  /// Step 2: fills lane_of_, by_hub_ and reach_of_hub_.
  void walk_hubs(std::span<const Origin> origins) {
    std::ranges::fill(by_hub_, Lanes());
    lane_of_.clear();
    for (const auto& origin : origins) {
      if (origin.hub != kNoHub) lane_of_.try_emplace(origin.hub, lane_of_.size());
    }
    for (const auto& [pivot, lane] : lane_of_) {
      if (part_.has(NodeId{pivot})) walks_.begin_inside(NodeId{pivot}, lane);
    }
    walks_.finish();
    LaneCounts counts;
    for (const auto at : walks_.touched()) {
      by_hub_[at] = walks_.reached()[at];
      counts.add(by_hub_[at]);
    }
    walks_.reset();
    reach_of_hub_ = of_all_ranks(counts, lane_of_.size());
  }

  /// Step 3 for at most 256 origins, and step 4.
  void walk(std::span<const Origin> batch) {
    walks_.end_at(covered_by_hubs(batch));
    for (std::size_t lane = 0; lane < batch.size(); ++lane) {
      if (part_.has(NodeId{batch[lane].node})) walks_.begin(NodeId{batch[lane].node}, lane);
    }
    walks_.finish();
    for (std::size_t lane = 0; lane < batch.size(); ++lane) {
      each_own_part(batch[lane], [&](NodeId part) { walks_.remove(part, lane); });
    }
    LaneCounts counts;
    for (const auto at : walks_.touched()) counts.add(walks_.reached()[at]);
    walks_.reset();
    const auto rest = of_all_ranks(counts, batch.size());
    for (std::size_t lane = 0; lane < batch.size(); ++lane) {
      const NodeId origin{batch[lane].node};
      if (part_.has(origin)) found_.sizes[part_.at(origin)] = rest[lane] + through_hub(batch[lane]);
    }
  }

  /// The walks of the batch may end where the hub of their origin has been.
  [[nodiscard]] Covered covered_by_hubs(std::span<const Origin> batch) const {
    std::map<std::size_t, Lanes> walks_to;
    for (std::size_t lane = 0; lane < batch.size(); ++lane) {
      if (batch[lane].hub != kNoHub) walks_to[lane_of_.at(batch[lane].hub)].take(Lanes::of(lane));
    }
    Covered covered(by_hub_);
    for (const auto& [hub, walks] : walks_to) covered.add(hub, walks);
    return covered;
  }

  /// What the origin reaches through its hub, without the origin's own parts. On the origin's rank.
  [[nodiscard]] std::uint32_t through_hub(const Origin& origin) const {
    if (origin.hub == kNoHub) return 0;
    const auto hub = lane_of_.at(origin.hub);
    auto count = reach_of_hub_[hub];
    each_own_part(origin, [&](NodeId part) { count -= by_hub_[part_.at(part)].has(hub) ? 1U : 0U; });
    return count;
  }

  /// Calls `visit(NodeId)` with the origin and its parts, on the origin's rank; does nothing on the others.
  template <typename Visit>
  void each_own_part(const Origin& origin, const Visit& visit) const {
    if (!part_.has(NodeId{origin.node})) return;
    const auto parts = part_.graph().subtree(NodeId{origin.node});
    for (auto part = parts.first; part < parts.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) visit(part);
  }

  /// The counts of all ranks added, by lane.
  [[nodiscard]] std::vector<std::uint32_t> of_all_ranks(const LaneCounts& counts, std::size_t lanes) const {
    std::vector<std::uint32_t> own;
    for (std::size_t lane = 0; lane < lanes; ++lane) own.push_back(counts.of(lane));
    std::vector<std::uint32_t> all(own.size());
    boost::mpi::all_reduce(ranks_.world(), own.data(), static_cast<int>(own.size()), all.data(),
                           std::plus<std::uint32_t>());
    return all;
  }

  const Ranks& ranks_;
  const Part& part_;
  Walks walks_;
  std::vector<Origin> origins_;
  std::map<std::uint32_t, std::size_t> lane_of_;  ///< of the walk from a hub, by its pivot
  std::vector<std::uint32_t> reach_of_hub_;       ///< by lane: nodes of all ranks
  std::vector<Lanes> by_hub_;                     ///< by position: walks from hubs
  Closures found_;
};

}  // namespace

Closures closures_of(const Ranks& ranks, const Part& part, Direction direction) {
  return Counting(ranks, part, direction).count();
}

}  // namespace treatygraph::analysis
