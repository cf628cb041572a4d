// Yen's algorithm (1971) for the k shortest loopless paths. For each found path and each of its nodes, the spur, it
// looks for the shortest path that shares the beginning up to the spur and then differs from all found paths. These
// candidates are kept in order, and the best is the next path. With several starts, the best path from an unused start
// is a candidate as well.
//
// A single search is breadth-first. If the space has an ArrivalRegion, it runs from both ends: the region around the
// destination widens when its rim is smaller than the next level, and nodes outside the region are skipped once the two
// have met. The result is that of a search from the starts alone, so answers do not depend on how they were searched.

#include "queries/walks/shortest_paths.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

/// Constraints that keep a new path from repeating a found one.
struct Ban {
  std::vector<NodeId> nodes;       ///< not entered: they are on the path before its spur
  std::vector<NodeId> next_nodes;  ///< not allowed as the next node after the spur
};

/// Breadth-first search that remembers its trail; from both ends if the space has an arrival region. It finds what a
/// search from the starts alone would find: the other end only tells which nodes need not be expanded.
class Search {
 public:
  Search(const PathSpace& space, std::size_t node_count, Budget& budget)
      : space_(space), region_(space.arrival_region()), scratch_(node_count), budget_(budget) {}

  /// The first shortest path from one of `starts`; nothing if there is none or the budget is spent.
  std::optional<NodePath> find(const std::vector<NodeId>& starts, const Ban& ban, std::size_t max_length) {
    scratch_.clear();
    trail_.clear();
    for (const auto node : ban.nodes) ban_node(node);
    const auto first = scratch_.size();
    for (const auto start : starts) enter(start, 0, 0);
    return region_ ? find_from_both_ends(first, ban, max_length) : go_on(first, ban, nullptr, max_length);
  }

  [[nodiscard]] bool is_spent() const { return is_spent_; }

 private:
  struct Entry {
    std::uint32_t from;
    std::size_t depth;
  };

  /// Searches from both ends. Everything in the queue before `head` has been expanded; what follows is one level,
  /// `depth` hops from the starts. Once the search within the region has failed, no path has at most `depth` plus
  /// radius hops, and one of the two sides takes a step: the one with fewer nodes to expand.
  std::optional<NodePath> find_from_both_ends(std::size_t head, const Ban& ban, std::size_t max_length) {
    for (std::size_t depth = 0;;) {
      const bool is_whole = region_->rim() == 0;
      const auto length = is_whole ? max_length : std::min(max_length, depth + region_->radius());
      // While no node of the level is in the region, no path of that length exists, and nothing needs to be searched.
      if (meets_region(head)) {
        if (auto path = try_within_region(head, ban, length)) return path;
      }
      // Nothing within the length that was asked for, or nothing left to expand.
      if (is_spent_ || length == max_length || head == scratch_.size()) return std::nullopt;
      // The smaller side takes the step.
      if (region_->rim() < scratch_.size() - head) {
        if (!region_->widen(budget_)) is_spent_ = true;
        continue;
      }
      const auto level_end = scratch_.size();
      if (auto path = go_on(head, ban, nullptr, depth + 1)) return path;
      head = level_end;
      ++depth;
    }
  }
  /// Whether a path through the level may still arrive within the radius of the region.
  [[nodiscard]] bool meets_region(std::size_t head) const {
    return std::ranges::any_of(scratch_.queue().subspan(head), [&](auto node) { return region_->holds(NodeId{node}); });
  }
  /// Searches only nodes of the region. If nothing is found, the queue is restored.
  std::optional<NodePath> try_within_region(std::size_t head, const Ban& ban, std::size_t max_length) {
    const auto size = scratch_.size();
    auto path = go_on(head, ban, region_.get(), max_length);
    if (!path) {
      scratch_.cut(size);
      trail_.resize(size);
    }
    return path;
  }

  /// Expands the queue from `head`, and what that adds to it, to paths of at most `max_length` hops; only inside
  /// `within`, if it is given.
  std::optional<NodePath> go_on(std::size_t head, const Ban& ban, const ArrivalRegion* within, std::size_t max_length) {
    for (; head < scratch_.size(); ++head) {
      if (!budget_.spend()) {
        is_spent_ = true;
        return std::nullopt;
      }
      // Nodes at the greatest depth may end a path, but are not expanded.
      if (trail_[head].depth == max_length) continue;
      if (within != nullptr && !within->holds(NodeId{scratch_[head]})) continue;
      if (expand(head, ban, within)) return path_to(scratch_.size() - 1);
    }
    return std::nullopt;
  }
  /// Enters the steps from the node at `head`. True if the last node that was entered is a destination.
  bool expand(std::size_t head, const Ban& ban, const ArrivalRegion* within) {
    const auto depth = trail_[head].depth;
    space_.steps_from(NodeId{scratch_[head]}, steps_);
    std::erase_if(steps_, [&](const Step& step) {  // before they are sorted, since few are left
      return scratch_.is_marked(static_cast<std::uint32_t>(step.to)) ||
             (within != nullptr && !step.arrives && !within->holds(step.to)) ||
             (depth == 0 && std::ranges::find(ban.next_nodes, step.to) != ban.next_nodes.end());
    });
    sort_steps(steps_);
    for (const auto& step : steps_) {
      const bool is_new = enter(step.to, static_cast<std::uint32_t>(head), depth + 1);
      if (is_new && step.arrives) return true;
    }
    return false;
  }

  /// A node that is marked as visited is never entered.
  void ban_node(NodeId node) {
    if (scratch_.push(static_cast<std::uint32_t>(node))) trail_.push_back({0, 0});
  }

  /// Adds a node to the queue and to the trail, unless it was entered or is banned.
  bool enter(NodeId node, std::uint32_t from, std::size_t depth) {
    if (!scratch_.push(static_cast<std::uint32_t>(node))) return false;
    trail_.push_back({from, depth});
    return true;
  }

  [[nodiscard]] NodePath path_to(std::size_t position) const {
    NodePath path = {NodeId{scratch_[position]}};
    for (; trail_[position].depth > 0; path.push_back(NodeId{scratch_[position]})) position = trail_[position].from;
    std::ranges::reverse(path);
    return path;
  }

  const PathSpace& space_;
  std::unique_ptr<ArrivalRegion> region_;
  WalkScratch scratch_;
  Budget& budget_;
  std::vector<Entry> trail_;  ///< parallel to the queue of scratch_
  std::vector<Step> steps_;
  bool is_spent_ = false;
};

/// Shorter paths first; equal lengths in document order of their nodes.
struct ShorterThenFirst {
  bool operator()(const NodePath& a, const NodePath& b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};
using Candidates = std::set<NodePath, ShorterThenFirst>;

/// Whether a path begins with `root` and continues after it.
bool shares_root(const NodePath& path, const NodePath& root) {
  return path.size() > root.size() && std::equal(root.begin(), root.end(), path.begin());
}

/// The best path that leaves `root` (the beginning of the last path) by a step that no found path uses.
void add_spur(const NodePath& root, const std::vector<NodePath>& found, const PathLimits& limits, Search& search,
              Candidates& candidates) {
  Ban ban;
  // A loopless path does not return to the root.
  ban.nodes.assign(root.begin(), root.end() - 1);
  for (const auto& path : found) {
    if (shares_root(path, root)) ban.next_nodes.push_back(path[root.size()]);
  }
  const auto spur = search.find({root.back()}, ban, limits.max_length - (root.size() - 1));
  if (!spur) return;
  NodePath path(root.begin(), root.end() - 1);
  path.insert(path.end(), spur->begin(), spur->end());
  candidates.insert(std::move(path));
}

/// The best path from a start that no found path uses.
void add_other_start(const PathSpace& space, const std::vector<NodePath>& found, const PathLimits& limits,
                     Search& search, Candidates& candidates) {
  std::vector<NodeId> starts;
  for (const auto start : space.starts()) {
    const bool taken = std::ranges::any_of(found, [&](const NodePath& path) { return path.front() == start; });
    if (!taken) starts.push_back(start);
  }
  if (auto path = search.find(starts, {}, limits.max_length)) candidates.insert(std::move(*path));
}

/// The path as shown; equal representatives in a row are merged.
NodePath as_shown(const NodePath& path, const std::function<NodeId(NodeId)>& shown_as) {
  if (!shown_as) return path;
  NodePath shown;
  for (const auto node : path) {
    const auto stands = shown_as(node);
    if (shown.empty() || shown.back() != stands) shown.push_back(stands);
  }
  return shown;
}

}  // namespace

/// Each round takes the best candidate, then adds the spurs of that path. A path that looks like an earlier one is not
/// given but still has spurs.
ShortestPaths shortest_paths(const PathSpace& space, std::size_t node_count, const PathLimits& limits, Budget& budget) {
  ShortestPaths answer;
  Search search(space, node_count, budget);
  Candidates candidates;
  std::vector<NodePath> found;
  std::set<NodePath> shown;
  add_other_start(space, {}, limits, search, candidates);
  while (!candidates.empty()) {
    found.push_back(std::move(candidates.extract(candidates.begin()).value()));
    if (shown.insert(as_shown(found.back(), limits.shown_as)).second) answer.paths.push_back(found.back());
    if (answer.paths.size() == limits.k || search.is_spent()) break;
    const auto last = found.back();
    for (std::size_t length = 1; length < last.size(); ++length) {
      add_spur(NodePath(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(length)), found, limits, search,
               candidates);
    }
    add_other_start(space, found, limits, search, candidates);
  }
  if (search.is_spent()) answer.truncated = cut_by(budget);
  return answer;
}

}  // namespace treatygraph::queries
