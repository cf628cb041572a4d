// Depth-first search with backtracking. step(at, found) executes one step of the plan: it binds a variable in the row
// to each candidate in turn and calls step(at + 1, found). At the end of the plan, the row is a match. Bindings need no
// undoing, because the next candidate overwrites them; only `used_` is a stack. Longer walks are in matcher_walks.cpp,
// shortest paths in matcher_shortest.cpp, and SHORTEST k and its relatives in path_selection.cpp.

#include "queries/cypher/running/matcher.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/indexes/property_index.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/path_mode.h"
#include "queries/cypher/running/path_selection.h"
#include "queries/cypher/values/order.h"

namespace treatygraph::queries::cypher {

bool Matcher::run(FunctionRef<bool()> found) {
  used_.clear();
  return step(0, found);
}

bool Matcher::run_after(std::span<const RelationshipId> used, bool may_repeat,
                        FunctionRef<bool(std::span<const RelationshipId>)> found) {
  used_.assign(used.begin(), used.end());
  may_repeat_ = may_repeat;
  return step(0, [&] { return found(std::span(used_).subspan(used.size())); });
}

bool Matcher::step(std::size_t at, Found found) {
  if (context_.profile != nullptr && at > 0) context_.profile->add_row(&plan_.steps[at - 1]);
  if (at == plan_.steps.size()) return found();
  const auto& step = plan_.steps[at];
  if (step.impossible) return true;
  switch (step.kind) {
    case MatchStep::Kind::Bound:
    case MatchStep::Kind::Key:
    case MatchStep::Kind::Keys:
    case MatchStep::Kind::Indexed:
    case MatchStep::Kind::Label:
    case MatchStep::Kind::AllNodes:
      return start(step, at, found);
    case MatchStep::Kind::Ends:
      return ends(step, at, found);
    case MatchStep::Kind::Expand:
      return step.counts ? count(step, at, found) : expand(step, at, found);
    case MatchStep::Kind::ExpandMany:
      return step.counts ? count(step, at, found) : expand_many(step, at, found);
    case MatchStep::Kind::ExpandEnds:
      return expand_ends(step, at, found);
    case MatchStep::Kind::ExpandPart:
      return expand_part(step, at, found);
    case MatchStep::Kind::Shortest:
      return shortest(step, at, found);
    case MatchStep::Kind::Select:
      return select_paths(step, may_repeat_, row_, context_, [&] { return this->step(at + 1, found); });
    case MatchStep::Kind::Filter:
      return !is_met(*step.expression, row_, context_) || this->step(at + 1, found);
    case MatchStep::Kind::Property:
      return !has_property(step) || this->step(at + 1, found);
    case MatchStep::Kind::BuildPath:
      build_path(step);
      return !fits_mode(row_[step.slot].path(), step.pattern->mode) || this->step(at + 1, found);
  }
  return true;
}

void Matcher::spend(const MatchStep& step, std::size_t hits) {
  context_.execution.spend(hits);
  if (context_.profile != nullptr) context_.profile->add_hits(&step, hits);
}

bool Matcher::has_labels(const MatchStep& step, NodeId node) const {
  return std::ranges::all_of(step.labels, [&](LabelId label) { return context_.around.graph.has_label(node, label); });
}

/// A linear search: matches are short, and a set would cost more to maintain.
bool Matcher::is_used(RelationshipId relationship) const {
  return !may_repeat_ && std::ranges::find(used_, relationship) != used_.end();
}

bool Matcher::has_property(const MatchStep& step) {
  const auto& element = row_[step.slot];
  if (!element.is(ValueType::Node) && !element.is(ValueType::Relationship)) return false;
  const auto value = property_of(context_.around, element, step.name, step.property);
  return equals(value, evaluate(*step.expression, row_, context_)) == true;
}

/// The nodes with the keys of a list, distinct and in document order. Keys that no node has, and values that are no
/// strings, are skipped.
std::vector<NodeId> Matcher::nodes_with_keys(const MatchStep& step) {
  const auto keys = evaluate(*step.expression, row_, context_);
  std::vector<NodeId> nodes;
  if (keys.is_null()) return nodes;
  if (!keys.is(ValueType::List)) type_error(fmt::format("IN takes a list, not {}", name_of(keys.type())));
  for (const auto& key : keys.list()) {
    if (!key.is(ValueType::String)) continue;
    if (const auto node = context_.around.graph.find(key.string())) nodes.push_back(*node);
  }
  std::ranges::sort(nodes);
  nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
  return nodes;
}

/// Binds the first node of a pattern, in the way that the plan has chosen.
bool Matcher::start(const MatchStep& step, std::size_t at, Found found) {
  const auto& graph = context_.around.graph;
  const auto try_node = [&](NodeId node) {
    spend(step, 1);
    row_[step.slot] = node;
    return this->step(at + 1, found);
  };
  if (step.kind == MatchStep::Kind::Bound) {
    const auto& value = row_[step.slot];
    if (value.is_null()) return true;
    if (!value.is(ValueType::Node)) type_error("a pattern meets a variable that holds no node");
    return !has_labels(step, value.node()) || this->step(at + 1, found);
  }
  if (step.kind == MatchStep::Kind::Key) {
    const auto key = evaluate(*step.expression, row_, context_);
    if (!key.is(ValueType::String)) return true;
    const auto node = graph.find(key.string());
    return !node || !has_labels(step, *node) || try_node(*node);
  }
  if (step.kind == MatchStep::Kind::Keys) {
    for (const auto node : nodes_with_keys(step)) {
      if (has_labels(step, node) && !try_node(node)) return false;
    }
    return true;
  }
  const auto wanted = step.index != nullptr ? evaluate(*step.expression, row_, context_) : Value();
  if (step.index != nullptr && wanted.is_null()) return true;  // nothing is equal to null
  if (PropertyIndex::knows(wanted)) {
    for (const auto& [hash, node] : step.index->find(wanted)) {
      if (has_labels(step, node) && !try_node(node)) return false;
    }
    return true;
  }
  // (n:A|B): the nodes of each label, without those that an earlier label has found already.
  for (std::size_t i = 0; i < step.any_labels.size(); ++i) {
    const auto earlier = std::span(step.any_labels).first(i);
    for (const auto node : graph.nodes_with(step.any_labels[i])) {
      const bool is_seen = std::ranges::any_of(earlier, [&](LabelId label) { return graph.has_label(node, label); });
      if (!is_seen && !try_node(node)) return false;
    }
  }
  if (!step.any_labels.empty()) return true;
  if (!step.labels.empty()) {
    for (const auto node : graph.nodes_with(step.labels[0])) {
      if (has_labels(step, node) && !try_node(node)) return false;
    }
    return true;
  }
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    if (!try_node(NodeId{node})) return false;
  }
  return true;
}

/// The relationship is bound, and the node may be either of its ends. The Expand that follows checks which end fits.
bool Matcher::ends(const MatchStep& step, std::size_t at, Found found) {
  const auto& value = row_[step.relationship->slot];
  if (!value.is(ValueType::Relationship)) return true;
  const auto& graph = context_.around.graph;
  const auto source = graph.source(value.relationship());
  const auto target = graph.target(value.relationship());
  for (const auto node : {source, target}) {
    if (!has_labels(step, node)) continue;
    row_[step.slot] = node;
    if (!this->step(at + 1, found)) return false;
    if (source == target) break;
  }
  return true;
}

void Matcher::hops_from(const MatchStep& step, NodeId node, Direction direction, std::vector<Hop>& hops) {
  const auto& graph = context_.around.graph;
  for (const auto type : step.types) {
    if (direction != Direction::In) {
      for (const auto hop : graph.out(node, type)) hops.push_back(hop);
    }
    if (direction == Direction::Out) continue;
    for (const auto hop : graph.in(node, type)) {
      // A self-loop was already seen as outgoing.
      if (hop.node != node || direction == Direction::In) hops.push_back(hop);
    }
  }
}

bool Matcher::reach(const MatchStep& step, NodeId node) {
  if (step.node_bound) {
    const auto& value = row_[step.slot];
    return value.is(ValueType::Node) && value.node() == node && has_labels(step, node);
  }
  if (!has_labels(step, node)) return false;
  row_[step.slot] = node;
  return true;
}

/// One hop from a bound node. If the relationship is bound too, only that relationship fits.
bool Matcher::expand(const MatchStep& step, std::size_t at, Found found) {
  const auto& graph = context_.around.graph;
  const auto& from = row_[step.from];
  if (!from.is(ValueType::Node)) return true;
  const auto start = from.node();
  const auto slot = step.relationship->slot;
  const bool is_bound = !step.relationship->binds;
  const auto bound = is_bound ? row_[slot] : Value();
  if (is_bound && !bound.is(ValueType::Relationship)) return true;

  const auto walk = [&](const Hop& hop) {
    spend(step, 1);
    if (is_bound && hop.relationship != bound.relationship()) return true;
    // A relationship cannot repeat here, so `used_` is not maintained.
    if (plan_.single_hop) {
      if (!reach(step, hop.node)) return true;
      row_[slot] = hop.relationship;
      return this->step(at + 1, found);
    }
    if (is_used(hop.relationship) || !reach(step, hop.node)) return true;
    row_[slot] = hop.relationship;
    used_.push_back(hop.relationship);
    const bool more = this->step(at + 1, found);
    used_.pop_back();
    return more;
  };
  for (const auto type : step.types) {
    if (step.direction != Direction::In) {
      for (const auto hop : graph.out(start, type)) {
        if (!walk(hop)) return false;
      }
    }
    if (step.direction == Direction::Out) continue;
    for (const auto hop : graph.in(start, type)) {
      // A self-loop was already seen as outgoing.
      const bool seen_going_out = hop.node == start && step.direction == Direction::Both;
      if (!seen_going_out && !walk(hop)) return false;
    }
  }
  return true;
}

bool Matcher::properties_fit(const RelationshipPattern& pattern, RelationshipId relationship) {
  if (!pattern.properties) return true;
  for (const auto& [name, value] : as<MapLiteral>(*pattern.properties)->entries) {
    const auto wanted = evaluate(*value, row_, context_);
    if (equals(property_of(context_.around, relationship, name), wanted) != true) return false;
  }
  return true;
}

void Matcher::put_relationships(const MatchStep& step, std::span<const RelationshipId> walked) {
  ValueList list(walked.begin(), walked.end());
  if (step.backward) std::ranges::reverse(list);
  row_[step.relationship->slot] = std::move(list);
}

/// See counted_hops.h: emits one row for all hops, with their number in the slots of the relationship and of the end.
bool Matcher::count(const MatchStep& step, std::size_t at, Found found) {
  std::int64_t hops = 0;
  const auto add = [&] { return ++hops > 0; };
  if (step.kind == MatchStep::Kind::ExpandMany) {
    expand_many(step, at, add);
  } else if (const auto known = degree(step)) {
    spend(step, 1);
    hops = *known;
  } else {
    expand(step, at, add);
  }
  if (hops == 0) return true;
  row_[step.relationship->slot] = hops;
  row_[step.slot] = hops;
  return found();
}

/// The number of hops that the step may take, if the graph knows it without walking them. Hops that the match has used
/// already are subtracted, unless elements may repeat.
std::optional<std::int64_t> Matcher::degree(const MatchStep& step) const {
  if (!step.labels.empty() || step.direction == Direction::Both || !row_[step.from].is(ValueType::Node))
    return std::nullopt;
  const auto& graph = context_.around.graph;
  const auto node = row_[step.from].node();
  const bool out = step.direction == Direction::Out;
  std::size_t hops = 0;
  for (const auto type : step.types) hops += out ? graph.out(node, type).size() : graph.in(node, type).size();
  if (may_repeat_) return static_cast<std::int64_t>(hops);
  const auto is_among_them = [&](RelationshipId used) {
    return (out ? graph.source(used) : graph.target(used)) == node &&
           std::ranges::find(step.types, graph.type(used)) != step.types.end();
  };
  return static_cast<std::int64_t>(hops) - std::ranges::count_if(used_, is_among_them);
}

Path path_of(const Pattern& pattern, const Row& row, const Graph& graph) {
  Path path;
  path.nodes.push_back(row[pattern.nodes[0].slot].node());
  const auto follow = [&](RelationshipId relationship) {
    const auto last = path.nodes.back();
    const auto source = graph.source(relationship);
    path.relationships.push_back(relationship);
    // A relationship may be walked against its direction, so the next node is its other end.
    path.nodes.push_back(source == last ? graph.target(relationship) : source);
  };
  for (const auto& relationship : pattern.relationships) {
    const auto& value = row[relationship.slot];
    if (value.is(ValueType::Relationship)) {
      follow(value.relationship());
    } else {
      for (const auto& item : value.list()) follow(item.relationship());
    }
  }
  return path;
}

void Matcher::build_path(const MatchStep& step) {
  row_[step.slot] = path_of(*step.pattern, row_, context_.around.graph);
}

}  // namespace treatygraph::queries::cypher
