// Three steps. First, the things that are gone: carried by a deleted provision and by no other. Then the nodes that
// gone safeguards conditioned: directly, or, if they have no other safeguard, through what contains or carries them.
// Last, the gone terms that remaining provisions still use.

#include "queries/treaty/losses.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "queries/treaty/carriers.h"
#include "queries/treaty/safeguards_reaching.h"

namespace treatygraph::queries {
namespace {

/// Finds the losses of one deletion.
class LossFinder {
 public:
  LossFinder(NodeId of, const Graph& graph, Level level, const Carriers& carriers)
      : graph_(graph),
        going_(graph_.subtree(of)),
        lifted_(lifted_nodes(graph, level)),
        carriers_(carriers),
        conditions_(graph_, carriers) {}

  Losses losses() {
    Losses losses;
    losses.gone = gone_things();
    for (const auto& [thing, carried_by] : losses.gone) gone_.insert(thing);
    losses.safeguards = lost_safeguards();
    losses.definitions = lost_definitions();
    return losses;
  }

 private:
  /// Only visible carriers count: a thing whose other carriers are hidden by the scope is gone.
  [[nodiscard]] std::vector<LostThing> gone_things() const {
    std::set<NodeId> carried;
    carriers_.each_thing(going_, [&](Hop hop) { carried.insert(hop.node); });
    std::vector<LostThing> gone;
    for (const auto thing : carried) {
      LostThing candidate{thing, {}};
      bool elsewhere = false;
      carriers_.each_carrier(thing, [&](Hop carrier) {
        elsewhere |= !going_.contains(carrier.node);
        candidate.carried_by.push_back(carrier.relationship);
      });
      if (!elsewhere) gone.push_back(std::move(candidate));
    }
    return gone;
  }

  /// Nodes directly conditioned by gone safeguards are always listed. Nodes below them are listed only if no safeguard
  /// is left for them; otherwise every article of a conditioned chapter would be listed.
  [[nodiscard]] std::vector<LostSafeguard> lost_safeguards() const {
    std::set<NodeId> conditioned;
    std::set<NodeId> below;
    for (const auto thing : gone_) {
      conditions_.each_of(thing, [&](Hop hop) {
        if (conditioned.insert(hop.node).second) add_what_is_below(hop.node, below);
      });
    }
    std::vector<LostSafeguard> lost;
    for (const auto node : conditioned) {
      if (stays(node)) lost.push_back(reckon(node));
    }
    for (const auto node : below) {
      if (!stays(node) || conditioned.contains(node)) continue;
      auto candidate = reckon(node);
      if (candidate.left == 0) lost.push_back(std::move(candidate));
    }
    std::ranges::sort(lost, {}, [](const LostSafeguard& l) { return std::tuple(l.left != 0, l.node); });
    return lost;
  }

  /// Adds the powers and offences carried inside `node`, and its parts at the level, if they are not represented by
  /// `node`.
  void add_what_is_below(NodeId node, std::set<NodeId>& below) const {
    const auto inside = graph_.subtree(node);
    carriers_.each_thing(inside, [&](Hop hop) {
      if (graph_.has_label(hop.node, label::kPower) || graph_.has_label(hop.node, label::kOffence)) {
        below.insert(hop.node);
      }
    });
    // If `node` represents its first part at the level, it represents all of them.
    const bool parts_stand_for_themselves = inside.size() > 1 && lifted_[index_of(node) + 1] != index_of(node);
    if (!parts_stand_for_themselves) return;
    for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      if (lifted_[index_of(part)] == index_of(part)) below.insert(part);
    }
  }

  /// Counts which safeguards on the node or above it are lost and how many are left.
  [[nodiscard]] LostSafeguard reckon(NodeId node) const {
    LostSafeguard reckoned{node, {}, 0};
    std::set<NodeId> left;
    const auto count = [&](Hop hop) {
      if (gone_.contains(hop.node)) {
        reckoned.lost.push_back(hop.relationship);
      } else {
        left.insert(hop.node);
      }
    };
    // A safeguard may reach the node in several ways; it is counted once.
    conditions_.each_on(node, count);
    conditions_.each_above(node, count);
    std::ranges::sort(reckoned.lost);
    reckoned.lost.erase(std::ranges::unique(reckoned.lost).begin(), reckoned.lost.end());
    reckoned.left = left.size();
    return reckoned;
  }

  /// Gone terms that are still used. Terms that only deleted provisions use are no loss.
  [[nodiscard]] std::vector<LostDefinition> lost_definitions() const {
    std::vector<LostDefinition> lost;
    const auto uses = graph_.types().find(type::kUses);
    if (!uses) return lost;
    for (const auto thing : gone_) {
      LostDefinition definition{thing, {}};
      for (const auto hop : graph_.in(thing, *uses)) {
        if (stays(hop.node) && carriers_.scope_filter().sees(hop)) definition.uses.push_back(hop.relationship);
      }
      if (!definition.uses.empty()) lost.push_back(std::move(definition));
    }
    return lost;
  }

  [[nodiscard]] bool stays(NodeId node) const { return !going_.contains(node) && !gone_.contains(node); }

  const Graph& graph_;
  NodeRange going_;
  std::span<const std::uint32_t> lifted_;
  const Carriers& carriers_;
  Conditions conditions_;
  std::set<NodeId> gone_;
};

}  // namespace

Losses losses_without(NodeId of, const Graph& graph, Level level, const Carriers& carriers) {
  return LossFinder(of, graph, level, carriers).losses();
}

}  // namespace treatygraph::queries
