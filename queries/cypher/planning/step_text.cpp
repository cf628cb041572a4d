// Steps of a match in words, as EXPLAIN and PROFILE show them.

#include <fmt/format.h>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {
namespace {

std::string node_text(const NodePattern& node) {
  auto text = "(" + node.name;
  for (const auto& label : node.labels) text += ":" + label;
  return text + ")";
}

/// "{1,3}" or "{1,}"
std::string bounds_text(const RelationshipPattern& r) {
  return r.max ? fmt::format("{{{},{}}}", r.min, *r.max) : fmt::format("{{{},}}", r.min);
}

std::string pattern_text(const Pattern& pattern);

std::string hop_text(const RelationshipPattern& r) {
  if (r.part) return fmt::format("({}){}", pattern_text(r.part->pattern), bounds_text(r));
  auto inside = r.name;
  if (!r.types.empty()) inside += fmt::format(":{}", fmt::join(r.types, "|"));
  return fmt::format("{}[{}]{}{}", r.direction == Direction::In ? "<-" : "-", inside,
                     r.direction == Direction::Out ? "->" : "-", r.variable_length ? bounds_text(r) : "");
}

std::string pattern_text(const Pattern& pattern) {
  std::string text;
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    text += node_text(pattern.nodes[i]);
    if (i < pattern.relationships.size()) text += hop_text(pattern.relationships[i]);
  }
  return text;
}

/// The hop as it is walked, so a step that goes backward is shown with its arrow reversed.
std::string walk_text(const MatchStep& step) {
  const auto& r = *step.relationship;
  if (r.part) return fmt::format("{} to {}", hop_text(r), node_text(*step.node));
  auto inside = r.name;
  if (!r.types.empty()) inside += fmt::format(":{}", fmt::join(r.types, "|"));
  if (r.variable_length) inside += r.max ? fmt::format("*{}..{}", r.min, *r.max) : fmt::format("*{}..", r.min);
  const auto* left = step.direction == Direction::In ? "<-" : "-";
  const auto* right = step.direction == Direction::Out ? "->" : "-";
  return fmt::format("{}[{}]{}{}", left, inside, right, node_text(*step.node));
}

}  // namespace

StepText describe(const MatchStep& step, const Graph& graph) {
  using Kind = MatchStep::Kind;
  switch (step.kind) {
    case Kind::Bound:
      return {"Argument", node_text(*step.node)};
    case Kind::Key:
      return {"NodeByKey", node_text(*step.node)};
    case Kind::Keys:
      return {"NodesByKeys", node_text(*step.node)};
    case Kind::Label:
      if (step.labels.empty() && !step.any_labels.empty()) {
        std::vector<std::string_view> names;
        for (const auto label : step.any_labels) names.push_back(graph.labels().name(label));
        return {"NodeByLabel", fmt::format("{} of {}", node_text(*step.node), fmt::join(names, "|"))};
      }
      if (step.labels.empty()) return {"NodeByLabel", node_text(*step.node)};
      return {"NodeByLabel", fmt::format("{} of {}", node_text(*step.node), graph.nodes_with(step.labels[0]).size())};
    case Kind::Indexed:
      return {"NodesByProperty", node_text(*step.node)};
    case Kind::AllNodes:
      return {"AllNodes", fmt::format("{} of {}", node_text(*step.node), graph.node_count())};
    case Kind::Ends:
      return {"EndsOfRelationship", node_text(*step.node)};
    case Kind::Expand:
      return {step.counts ? "CountHops" : step.node_bound ? "ExpandInto" : "Expand", walk_text(step)};
    case Kind::ExpandMany:
      return {step.counts ? "CountPaths" : "ExpandMany", walk_text(step)};
    case Kind::ExpandEnds:
      return {"ExpandEnds", walk_text(step)};
    case Kind::ExpandPart:
      return {"ExpandRepeated", walk_text(step)};
    case Kind::Shortest:
      return {"ShortestPath", walk_text(step)};
    case Kind::Select:
      return {"SelectPaths", pattern_text(*step.pattern)};
    case Kind::Filter:
      return {"Filter", {}};
    case Kind::Property:
      return {"Filter", step.name};
    case Kind::BuildPath:
      return {"BuildPath", step.pattern->name};
  }
  return {};
}

}  // namespace treatygraph::queries::cypher
