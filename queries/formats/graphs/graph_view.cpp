// A view is made by the answer itself, which adds nodes and edges to a ViewBuilder. This file makes views of single
// elements and turns a view into the numbered graph that layouts work on.

#include "queries/formats/graphs/graph_view.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "queries/answer/answer.h"
#include "queries/formats/graphs/view_builder.h"
#include "queries/request/find_node.h"
#include "queries/request/property_text.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

/// Dates and times become text here.
PlainValue plain(const PropertyView& value) {
  if (const auto* const* list = std::get_if<const PropertyList*>(&value)) {
    std::vector<std::string> texts;
    for (const auto& item : **list) texts.push_back(queries::text_of(treatygraph::view_of(item)));
    return texts;
  }
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return queries::text_of(value);
}

template <typename Element>
PlainProperties properties_of(const Graph& graph, Element element) {
  PlainProperties properties;
  for (const auto name : graph.property_names(element)) {
    properties.emplace_back(graph.properties().name(name), plain(graph.property(element, name)));
  }
  return properties;
}

/// Answers with a start write each node's depth as a property.
std::optional<std::uint32_t> depth_of(const ViewNode& node) {
  const auto found = std::ranges::find(node.properties, "depth", &std::pair<std::string, PlainValue>::first);
  if (found == node.properties.end()) return {};
  const auto* depth = std::get_if<std::int64_t>(&found->second);
  return depth ? std::optional(static_cast<std::uint32_t>(*depth)) : std::nullopt;
}

}  // namespace

void Columns::add(const std::string& name, ColumnType type) {
  const auto [column, is_new] = columns_.try_emplace(name, type);
  if (!is_new && column->second != type) column->second = ColumnType::Text;
}

void Columns::add(const PlainProperties& properties) {
  constexpr std::array kTypes = {ColumnType::Boolean, ColumnType::Integer, ColumnType::Real, ColumnType::Text,
                                 ColumnType::Text};
  for (const auto& [name, value] : properties) add(name, kTypes.at(value.index()));
}

ViewNode view_of(const Graph& graph, NodeId node) {
  ViewNode view{std::string(graph.key(node)), title_of(graph, node), {}, properties_of(graph, node)};
  for (const auto label : graph.labels_of(node)) view.labels.push_back(graph.labels().name(label));
  return view;
}

ViewEdge view_of(const Graph& graph, RelationshipId relationship) {
  return {relationship_name(graph, relationship), std::string(graph.key(graph.source(relationship))),
          std::string(graph.key(graph.target(relationship))), graph.types().name(graph.type(relationship)),
          properties_of(graph, relationship)};
}

std::optional<GraphView> graph_view(const Graph& graph, const Answer& answer) {
  auto scope_filter = ScopeFilter::of(graph, answer.scope);
  // A scope that cannot be resolved has been reported as an error before; the counts of hidden neighbours are then of
  // the whole graph.
  if (!scope_filter) scope_filter = ScopeFilter::of(graph, Scope());
  ViewBuilder builder(graph, *scope_filter);
  if (!answer.body->draw(builder)) return std::nullopt;
  auto view = builder.finish(answer.body->truncated());
  view.head.next_cursor = answer.body->next_cursor();
  return view;
}

Result<Layout> layout_called(std::string_view name) {
  constexpr std::array<std::string_view, 4> kNames = {"none", "auto", "layered", "force"};
  const auto* found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return fail(unknown_name("layout", name, {kNames.begin(), kNames.end()}));
  return static_cast<Layout>(found - kNames.begin());
}

void lay_out(GraphView& view, Layout layout) {
  if (layout == Layout::None || view.nodes.empty()) return;
  DrawingPlan plan;
  plan.node_count = view.nodes.size();
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  bool has_depths = false;
  for (const auto& node : view.nodes) {
    numbers.emplace(node.key, static_cast<std::uint32_t>(numbers.size()));
    const auto depth = depth_of(node);
    has_depths |= depth.has_value();
    plan.layers.push_back(depth);
  }
  for (const auto& edge : view.edges) plan.edges.emplace_back(numbers.at(edge.from), numbers.at(edge.to));
  const bool in_layers = layout == Layout::Layered || (layout == Layout::Auto && has_depths);
  const auto positions = positions_of(plan, in_layers ? LayoutKind::Layered : LayoutKind::Force);
  for (std::size_t i = 0; i < positions.size(); ++i) view.nodes[i].position = positions[i];
}

}  // namespace treatygraph::queries::formats
