// Each side's relationships are grouped by type and ends, with provisions lifted to their article. A relationship of
// one side has a counterpart if the other side has the same type between nodes that correspond to its ends. If the two
// are references without a common mode, the reference is retyped; otherwise it is kept.

#include "queries/treaty/relationship_changes.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/scope.h"
#include "queries/treaty/provision_level.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

/// The relationships that say what a treaty's provisions do. Statements and acts are not part of its text.
constexpr std::array kCompared = {type::kRefersTo, type::kEstablishes, type::kGrants,    type::kProvides,
                                  type::kDefines,  type::kUses,        type::kConditions};

using Ends = std::tuple<TypeId, NodeId, NodeId>;
using Grouped = std::map<Ends, std::vector<RelationshipId>>;
using Counterparts = std::map<NodeId, std::set<NodeId>>;

/// Every compared relationship of one side, by what it ends on.
class SideCompared {
 public:
  SideCompared(const Graph& graph, std::string_view version, std::string_view label, const ScopeFilter& scope_filter)
      : graph_(graph), version_(version), scope_filter_(scope_filter), lifted_(lifted_nodes(graph, Level::Article)) {
    if (!label.empty()) label_ = graph.labels().find(label);
    is_narrowed_ = !label.empty();
  }

  /// Relationships inside one article are left out: they do not show at this level.
  [[nodiscard]] Grouped relationships() const {
    Grouped all;
    const NodeRange everything{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph_.node_count())}};
    for (const auto name : kCompared) {
      const auto type = graph_.types().find(name);
      if (!type) continue;
      for (const auto hop : graph_.out(everything, *type)) {
        const auto source = graph_.source(hop.relationship);
        if (version_of_key(graph_.key(source)) != version_ || !scope_filter_.sees(source) || !scope_filter_.sees(hop))
          continue;
        const NodeId from{lifted_[index_of(source)]};
        const NodeId to{lifted_[index_of(hop.node)]};
        if (from != to && is_of_interest(from, to)) all[{*type, from, to}].push_back(hop.relationship);
      }
    }
    return all;
  }

 private:
  [[nodiscard]] bool is_of_interest(NodeId from, NodeId to) const {
    if (!is_narrowed_) return true;
    return label_ && (graph_.has_label(from, *label_) || graph_.has_label(to, *label_));
  }

  const Graph& graph_;
  std::string_view version_;
  const ScopeFilter& scope_filter_;
  std::span<const std::uint32_t> lifted_;
  std::optional<LabelId> label_;
  bool is_narrowed_ = false;
};

/// Maps a node of one side to the other. Articles map by correspondence; offences, powers, safeguards and terms by the
/// same name with the other version ("uncc@2023-11:power_x" to "uncc:power_x"); nodes outside both versions to
/// themselves.
class Mapping {
 public:
  Mapping(const Graph& graph, Counterparts articles, std::string_view from, std::string_view to)
      : graph_(graph), articles_(std::move(articles)), from_(from), to_(to) {}

  [[nodiscard]] std::vector<NodeId> of(NodeId node) const {
    const auto key = graph_.key(node);
    const auto version = version_of_key(key);
    // A node of neither version is its own counterpart; a node of the other version has none here.
    if (version != from_) return version == to_ ? std::vector<NodeId>() : std::vector{node};
    if (const auto known = articles_.find(node); known != articles_.end()) {
      return {known->second.begin(), known->second.end()};
    }
    if (is_of_article_level(graph_, node)) return {};
    const auto same_name = graph_.find(fmt::format("{}{}", to_, key.substr(from_.size())));
    return same_name ? std::vector{*same_name} : std::vector<NodeId>();
  }

  /// The relationships of the other side that `ends` corresponds to.
  [[nodiscard]] std::vector<Ends> counterparts(const Ends& ends, const Grouped& other) const {
    std::vector<Ends> found;
    const auto& [type, from, to] = ends;
    for (const auto source : of(from)) {
      for (const auto target : of(to)) {
        if (other.contains({type, source, target})) found.emplace_back(type, source, target);
      }
    }
    return found;
  }

 private:
  const Graph& graph_;
  Counterparts articles_;
  std::string_view from_;
  std::string_view to_;
};

ComparedRelationship told(const Ends& ends, const std::vector<RelationshipId>& stored) {
  return {std::get<0>(ends), std::get<1>(ends), std::get<2>(ends), stored};
}

/// The modes of all references of a group; the empty mode for other relationships.
std::set<std::string_view> modes_of(const Graph& graph, const std::vector<RelationshipId>& stored) {
  std::set<std::string_view> modes;
  for (const auto relationship : stored) modes.insert(graph.string(relationship, property::kMode));
  return modes;
}

/// References between two articles may have several modes; one common mode is enough.
bool share_a_mode(const Graph& graph, const std::vector<RelationshipId>& one,
                  const std::vector<RelationshipId>& other) {
  const auto modes = modes_of(graph, one);
  return std::ranges::any_of(modes_of(graph, other), [&](std::string_view mode) { return modes.contains(mode); });
}

}  // namespace

/// Counterparts are looked up in both directions: a relationship is gained if nothing on the left leads to it.
RelationshipChanges relationship_changes(const Graph& graph, const ComparedNodes& left, const ComparedNodes& right,
                                         const Correspondences& articles, std::string_view label,
                                         const ScopeFilter& scope_filter) {
  const auto of_left = SideCompared(graph, left.version(), label, scope_filter).relationships();
  const auto of_right = SideCompared(graph, right.version(), label, scope_filter).relationships();
  Counterparts forward;
  Counterparts back;
  for (const auto& [pair, evidence] : articles) {
    forward[pair.first].insert(pair.second);
    back[pair.second].insert(pair.first);
  }
  const Mapping to_right(graph, std::move(forward), left.version(), right.version());
  const Mapping to_left(graph, std::move(back), right.version(), left.version());

  RelationshipChanges changes;
  changes.left_count = of_left.size();
  changes.right_count = of_right.size();
  for (const auto& [ends, stored] : of_left) {
    const auto counterparts = to_right.counterparts(ends, of_right);
    const auto keeps_mode = [&](const Ends& other) { return share_a_mode(graph, stored, of_right.at(other)); };
    if (counterparts.empty()) {
      changes.lost.push_back(told(ends, stored));
    } else if (std::ranges::any_of(counterparts, keeps_mode)) {
      ++changes.kept;
    } else {
      const auto& other = counterparts.front();
      changes.retyped.push_back({told(ends, stored), told(other, of_right.at(other))});
    }
  }
  for (const auto& [ends, stored] : of_right) {
    if (to_left.counterparts(ends, of_left).empty()) changes.gained.push_back(told(ends, stored));
  }
  return changes;
}

}  // namespace treatygraph::queries
