// Three steps: the walk (dependency_walk.h) finds what is reached; Groups maps it to representatives at the level,
// nearest first, up to the limit; collect_joints() then repeats the steps from every shown provision, because the walk
// remembers only the first way to each node while the answer shows all connections between its nodes.

#include "queries/questions/dependencies.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "queries/request/find_node.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

/// Groups reached nodes by their representative at the level.
class Groups {
 public:
  Groups(const Graph& graph, const DependenciesRequest& request, Dependencies& answer)
      : graph_(graph),
        lifted_(lifted_nodes(graph, request.level)),
        answer_(answer),
        inside_(graph.subtree(answer.of)),
        shown_(graph.node_count()) {
    take_nearest(request.limit);
    std::ranges::sort(members_);
    take_nodes();
  }

  /// The representative of `node`; for its own parts, the provision that was asked about.
  [[nodiscard]] std::uint32_t of(NodeId node) const {
    return inside_.contains(node) ? static_cast<std::uint32_t>(answer_.of) : lifted_[index_of(node)];
  }
  [[nodiscard]] bool shows(std::uint32_t group) const { return shown_.is_marked(group); }

 private:
  /// Takes the representatives of the nodes that the walk reached first, up to the limit, each with everything that it
  /// represents.
  void take_nearest(std::size_t limit) {
    const auto& walk = answer_.walk;
    bool is_cut = false;
    for (std::uint32_t i = 0; i < walk.size(); ++i) {
      const auto group = of(walk.node(i));
      if (!shown_.is_marked(group)) {
        if (shown_.size() == limit) {
          is_cut = true;
          continue;
        }
        shown_.push(group);
      }
      members_.emplace_back(group, i);
    }
    if (is_cut) answer_.graph.truncated = cut_at_limit(limit, "nodes");
  }

  /// members_ is sorted by group, so each group is a run. Within it, the position in the walk orders by distance.
  void take_nodes() {
    answer_.graph.nodes.reserve(shown_.size());
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const auto [group, position] = members_[i];
      const bool begins = i == 0 || members_[i - 1].first != group;
      if (begins) {
        if (i != 0) close_group();
        answer_.graph.nodes.push_back({NodeId{group}, answer_.walk.depth(position)});
      }
      answer_.grouped.push_back(position);
    }
    close_group();
  }
  void close_group() { answer_.group_ends.push_back(static_cast<std::uint32_t>(answer_.grouped.size())); }

  const Graph& graph_;
  std::span<const std::uint32_t> lifted_;
  Dependencies& answer_;
  NodeRange inside_;
  WalkScratch shown_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members_;  ///< group, position in the walk
};

/// A reference between two nodes of the answer, in the direction of the dependency: from what rests on the other, or
/// governs it.
struct Joint {
  std::uint32_t from;
  std::uint32_t to;
  bool governs;
  RelationshipId reference;
  auto operator<=>(const Joint&) const = default;
};

/// A walk may take a reference in either direction; the joint does not depend on that.
Joint joint_of(const Groups& groups, const DependencyHop& hop, Direction direction) {
  const auto here = groups.of(hop.from);
  const auto there = groups.of(hop.to);
  const bool starts_here = (direction == Direction::Out) != hop.governs;
  return starts_here ? Joint{here, there, hop.governs, hop.reference} : Joint{there, here, hop.governs, hop.reference};
}

/// Collects all joints, sorted and distinct. False if the budget is spent. A reference to a whole applies to every part
/// of it; within a group, it is collected only for the first part.
bool collect_joints(const DependencySteps& steps, const Groups& groups, const Dependencies& answer,
                    std::vector<Joint>& joints, Budget& budget) {
  const auto& reading = steps.reading();
  std::vector<NodeId> wholes;  // wholes whose citations were already counted for the group
  std::uint32_t group = groups.of(answer.of);
  const auto is_first_look_at = [&](NodeId whole) {
    if (std::ranges::find(wholes, whole) != wholes.end()) return false;
    wholes.push_back(whole);
    return true;
  };
  for (const auto position : answer.grouped) {
    const auto node = answer.walk.node(position);
    // grouped is ordered by group, so the list is short and belongs to one group.
    if (groups.of(node) != group) wholes.clear();
    group = groups.of(node);
    const bool has_listed_parts = node != answer.of && reading.role_of(node) == ReadingRole::Division;
    const auto before = joints.size();
    const auto collect = [&](const DependencyHop& hop) {
      const auto own_end = hop.against ? steps.graph().target(hop.reference) : steps.graph().source(hop.reference);
      // The articles of an entered division are nodes of the answer; their references are collected for them.
      if (has_listed_parts && reading.is_provision(own_end)) return;
      const auto joint = joint_of(groups, hop, answer.direction);
      if (joint.from != joint.to && groups.shows(joint.from) && groups.shows(joint.to)) joints.push_back(joint);
    };
    steps.each(node, answer.of, collect, is_first_look_at);
    if (!budget.spend(joints.size() - before + 1)) return false;
  }
  std::ranges::sort(joints);
  joints.erase(std::ranges::unique(joints).begin(), joints.end());
  return true;
}

/// Joints with the same ends are one connection, with its references as evidence.
void connect(std::span<const Joint> joints, LiftedSubgraph& graph) {
  std::vector<RelationshipId> evidence;
  for (auto first = joints.begin(); first != joints.end();) {
    const auto key = [](const Joint& j) { return std::tuple(j.from, j.to, j.governs); };
    const auto last = std::find_if(first, joints.end(), [&](const Joint& j) { return key(j) != key(*first); });
    evidence.clear();
    for (auto joint = first; joint != last; ++joint) evidence.push_back(joint->reference);
    graph.connect(NodeId{first->from}, NodeId{first->to}, evidence, first->governs);
    first = last;
  }
}

/// References of chains that belong to no connection, because both ends are in the same node of the answer. Clients
/// need them to show complete chains.
std::vector<RelationshipId> other_references(const Dependencies& answer) {
  std::vector<RelationshipId> connected = answer.graph.evidence;
  std::ranges::sort(connected);
  std::vector<bool> is_seen(answer.walk.size());
  std::vector<RelationshipId> others;
  for (const auto start : answer.grouped) {
    for (auto at = start; at != 0 && !is_seen[at]; at = answer.walk.arrival(at).from) {
      is_seen[at] = true;
      const auto reached = answer.walk[at];
      const bool is_known = reached.in_division || std::ranges::binary_search(connected, reached.hop.reference);
      if (!is_known) others.push_back(reached.hop.reference);
    }
  }
  std::ranges::sort(others);
  others.erase(std::ranges::unique(others).begin(), others.end());
  return others;
}

/// How many nodes directly govern `of`. Reported with "rests on", so that readers know to ask.
std::size_t count_governing(const Graph& graph, NodeId of, const ReferenceFilter& filter) {
  const DependencySteps steps(graph, filter, {Direction::Out, Relation::GovernedBy, false});
  std::set<NodeId> governing;
  steps.each(of, of, [&](const DependencyHop& hop) {
    if (!graph.subtree(of).contains(hop.to)) governing.insert(hop.to);
  });
  return governing.size();
}

/// Says what was looked for in the direction that was asked for; the pattern is a runtime format string with the key.
std::string why_empty(const DependenciesRequest& request) {
  const bool narrowed = !request.modes.empty() || request.scope.basis != Basis::All || !request.scope.without.empty();
  const bool out = request.direction == Direction::Out;
  const auto* what = request.relation == Relation::RestsOn
                         ? (out ? "no reference leads out of {}, its parts or the introductions above it{}"
                                : "no reference points to {}, its parts or what contains it{}")
                         : (out ? "nothing is found that governs {}, its parts or what contains it{}"
                                : "{} and its parts govern nothing{}");
  return fmt::format("{}; relationships shows what else there is about it",
                     fmt::format(fmt::runtime(what), request.of, narrowed ? " within what was asked for" : ""));
}

}  // namespace

std::span<const std::uint32_t> Dependencies::provisions_of(std::size_t position) const {
  const auto first = position == 0 ? 0 : group_ends[position - 1];
  return std::span(grouped).subspan(first, group_ends[position] - first);
}

std::vector<DependencyHop> Dependencies::chain_to(std::size_t position) const {
  return chain_to_reached(provisions_of(position).front());
}

/// The walk goes outward from `of`; with direction In its hops are in reverse order of the dependency.
std::vector<DependencyHop> Dependencies::chain_to_reached(std::size_t position) const {
  auto chain = walk.chain_to(position);
  if (direction == Direction::In) std::ranges::reverse(chain);
  return chain;
}

std::vector<RelationshipId> references_of(std::span<const DependencyHop> chain) {
  std::vector<RelationshipId> references;
  for (const auto& hop : chain) references.push_back(hop.reference);
  return references;
}

Result<Dependencies> dependencies_of(const Graph& graph, const DependenciesRequest& request, Budget budget) {
  if (request.direction == Direction::Both) {
    return fail(ErrorCode::InvalidArgument,
                "direction is both; dependencies go out (what it rests on) or in (what rests on it)");
  }
  const auto of = find_node(graph, request.of);
  if (!of) return fail(of.error());
  const auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  const DependencySteps steps(graph, *filter, {request.direction, request.relation, request.into_divisions});

  Dependencies answer;
  answer.of = *of;
  answer.direction = request.direction;
  answer.relation = request.relation;
  answer.level = request.level;
  // The walk is limited by the budget and not by request.limit, which counts representatives: they are known only after
  // grouping.
  const WalkLimits limits{static_cast<std::uint32_t>(request.depth), budget.limits().nodes};
  answer.walk = walk_dependencies(*of, steps, limits, budget);
  const Groups groups(graph, request, answer);
  if (request.relation == Relation::RestsOn && request.direction == Direction::Out) {
    answer.governed_by = count_governing(graph, *of, *filter);
  }
  std::vector<Joint> joints;
  if (answer.walk.end() == WalkEnd::BudgetSpent || !collect_joints(steps, groups, answer, joints, budget)) {
    answer.graph.truncated = cut_by(budget);
    return answer;
  }
  if (answer.walk.end() == WalkEnd::NodeLimit) {
    answer.graph.truncated = cut_at_limit(answer.walk.size(), "nodes");
  }
  connect(joints, answer.graph);
  answer.within = other_references(answer);
  if (answer.graph.nodes.size() == 1 && request.depth > 0) answer.explanation = why_empty(request);
  return answer;
}

}  // namespace treatygraph::queries
