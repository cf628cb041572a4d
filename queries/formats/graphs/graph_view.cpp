#include "queries/formats/graphs/graph_view.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/paging.h"
#include "queries/formats/graphs/surroundings.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/find_node.h"
#include "queries/request/property_text.h"
#include "queries/treaty/titles.h"
#include "queries/treaty/unbroken.h"

namespace treatygraph::queries::formats {
namespace {

PlainValue plain(const PropertyView& value) {
  if (const auto* const* list = std::get_if<const PropertyList*>(&value)) {
    std::vector<std::string> texts;
    for (const auto& item : **list) texts.push_back(text_of(treatygraph::view_of(item)));
    return texts;
  }
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return text_of(value);
}

template <typename Element>
PlainProperties properties_of(const Graph& graph, Element element) {
  PlainProperties properties;
  for (const auto name : graph.property_names(element)) {
    properties.emplace_back(graph.properties().name(name), plain(graph.property(element, name)));
  }
  return properties;
}

std::optional<std::uint32_t> depth_of(const ViewNode& node) {
  const auto found = std::ranges::find(node.properties, "depth", &std::pair<std::string, PlainValue>::first);
  if (found == node.properties.end()) return {};
  const auto* depth = std::get_if<std::int64_t>(&found->second);
  return depth ? std::optional(static_cast<std::uint32_t>(*depth)) : std::nullopt;
}

/// Copying a node or a relationship with its properties takes about ten microseconds.
constexpr std::size_t kStepsOfElement = 32;

class Viewer {
 public:
  Viewer(const Graph& graph, const ScopeFilter& sight) : graph_(graph), sight_(sight) {}

  GraphView finish(const Truncated& truncated) {
    tell_surroundings(graph_, sight_, nodes_, view_);
    view_.head.snapshot = graph_.snapshot();
    if (truncated) view_.head.truncated = truncated->reason;
    for (const auto& node : view_.nodes) {
      BudgetInForce::spend();
      view_.head.node_columns.add(node.properties);
    }
    for (const auto& edge : view_.edges) {
      BudgetInForce::spend();
      view_.head.edge_columns.add(edge.properties);
    }
    return std::move(view_);
  }

  void add(NodeId node, std::optional<std::uint32_t> depth = {}) {
    if (!nodes_.insert(node).second) return;
    BudgetInForce::spend(kStepsOfElement);
    auto view = view_of(graph_, node);
    if (depth) view.properties.emplace_back("depth", std::int64_t{*depth});
    view_.nodes.push_back(std::move(view));
  }

  /// The official words of the node that was added last.
  void add_text(const std::string& text) {
    if (!text.empty()) view_.nodes.back().properties.emplace_back(property::kText, text);
  }

  /// With both its ends.
  void add(RelationshipId relationship) {
    if (!relationships_.insert(relationship).second) return;
    BudgetInForce::spend(kStepsOfElement);
    add(graph_.source(relationship));
    add(graph_.target(relationship));
    view_.edges.push_back(view_of(graph_, relationship));
  }

  /// The speakers: an answer names only those within its scope.
  void add_speaker(NodeId speaker, NodeId statement) {
    add(speaker);
    add_between(speaker, statement, type::kMade);
  }

  void add_between(NodeId from, NodeId to, std::string_view type_name) {
    const auto type = graph_.types().find(type_name);
    if (!type) return;
    for (const auto hop : graph_.out(from, *type)) {
      if (hop.node == to) add(hop.relationship);
    }
  }

  void add_dependency(NodeId from, NodeId to, std::span<const RelationshipId> references,
                      std::string_view type = "DEPENDS_ON") {
    std::vector<std::string> names;
    std::set<std::string> modes;
    std::string quotes;
    for (const auto reference : references) {
      BudgetInForce::spend();
      const auto quote = graph_.string(reference, "quote");
      const auto mode = graph_.string(reference, "mode");
      names.push_back(relationship_name(graph_, reference));
      if (!mode.empty()) modes.emplace(mode);
      if (!quote.empty()) quotes += (quotes.empty() ? "" : "; ") + std::string(quote);
    }
    ViewEdge edge;
    edge.from = graph_.key(from);
    edge.to = graph_.key(to);
    edge.type = type;
    edge.id = fmt::format("{}>{}>{}", edge.from, edge.type, edge.to);
    edge.properties = {{"references", names}, {"count", static_cast<std::int64_t>(references.size())}};
    if (!modes.empty()) edge.properties.emplace_back("mode", fmt::format("{}", fmt::join(modes, "; ")));
    if (!quotes.empty()) edge.properties.emplace_back("quote", quotes);
    view_.edges.push_back(std::move(edge));
  }

 private:
  const Graph& graph_;
  const ScopeFilter& sight_;
  GraphView view_;
  std::set<NodeId> nodes_;
  std::set<RelationshipId> relationships_;
};

struct ViewOf {
  const Graph& graph;
  const ScopeFilter& sight;

  std::optional<GraphView> operator()(const Neighborhood& answer) const {
    Viewer viewer(graph, sight);
    for (const auto& [node, depth] : answer.graph.nodes) viewer.add(node, depth);
    for (const auto relationship : answer.graph.evidence) viewer.add(relationship);
    return viewer.finish(answer.graph.truncated);
  }

  std::optional<GraphView> operator()(const Dependencies& answer) const {
    Viewer viewer(graph, sight);
    for (const auto& [node, depth] : answer.graph.nodes) viewer.add(node, depth);
    for (const auto& connection : answer.graph.connections) {
      viewer.add_dependency(connection.from, connection.to, answer.graph.evidence_of(connection), type_of(connection));
    }
    return viewer.finish(answer.graph.truncated);
  }

  std::optional<GraphView> operator()(const Paths& answer) const {
    Viewer viewer(graph, sight);
    for (const auto* paths : {&answer.paths, &answer.undirected}) {
      for (const auto& path : *paths) {
        for (const auto node : path.nodes) viewer.add(node);
        for (const auto& hop : path.hops) {
          for (const auto relationship : hop.evidence) viewer.add(relationship);
        }
      }
    }
    return viewer.finish(answer.truncated);
  }

  /// Dependants as dependencies, and losses as stored relationships.
  std::optional<GraphView> operator()(const Impact& answer) const {
    Viewer viewer(graph, sight);
    const auto& dependents = answer.dependents.graph;
    for (const auto& [node, depth] : dependents.nodes) viewer.add(node, depth);
    for (const auto& connection : dependents.connections) {
      viewer.add_dependency(connection.from, connection.to, dependents.evidence_of(connection));
    }
    const auto add = [&](NodeId node, const std::vector<RelationshipId>& shown) {
      viewer.add(node);
      for (const auto relationship : shown) viewer.add(relationship);
    };
    if (!answer.shows(Effect::Transitive)) {
      for (const auto reference : answer.dangling) viewer.add(reference);
    }
    for (const auto& cut : answer.cut_off.nodes) viewer.add(cut.node);
    for (const auto& [thing, carried_by] : answer.losses.gone) add(thing, carried_by);
    for (const auto& lost : answer.losses.safeguards) add(lost.node, lost.lost);
    for (const auto& lost : answer.losses.definitions) add(lost.term, lost.uses);
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const Coverage& answer) const {
    Viewer viewer(graph, sight);
    for (const auto node : answer.rows) viewer.add(node);
    for (const auto node : answer.columns) viewer.add(node);
    for (std::size_t i = 0; i < answer.cells.size(); ++i) {
      const auto row = answer.rows[i / answer.columns.size()];
      for (const auto relationship : unbroken(graph, row, answer.cells[i].witness)) viewer.add(relationship);
    }
    return viewer.finish(answer.truncated);
  }

  /// The cycles; members that are not on any of them stand alone.
  std::optional<GraphView> operator()(const Cycles& answer) const {
    Viewer viewer(graph, sight);
    for (const auto& [members, provisions, cycle] : answer.rings) {
      for (const auto node : members) viewer.add(node);
      for (std::size_t i = 0; i < cycle.hops.size(); ++i) {
        if (cycle.nodes[i] != cycle.nodes[i + 1])
          viewer.add_dependency(cycle.nodes[i], cycle.nodes[i + 1], cycle.hops[i].evidence);
      }
    }
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const Comparison& answer) const {
    Viewer viewer(graph, sight);
    const auto add = [&](const std::vector<RelationshipId>& shown) {
      for (const auto relationship : shown) viewer.add(relationship);
    };
    for (const auto& pair : answer.pairs) add(pair.correspondences);
    for (const auto& said : answer.carried) {
      viewer.add(said.addresses);
      add(said.correspondences);
    }
    for (const auto* nodes : {&answer.missing_left, &answer.missing_right}) {
      for (const auto node : *nodes) viewer.add(node);
    }
    for (const auto* changes : {&answer.changes.lost, &answer.changes.gained}) {
      for (const auto& changed : *changes) add(changed.stored);
    }
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const RelationshipsAnswer& answer) const {
    Viewer viewer(graph, sight);
    viewer.add(answer.of);
    for (const auto relationship : answer.relationships) viewer.add(relationship);
    return viewer.finish(answer.truncated);
  }

  /// The node with its words, everything that contains it, its parts, and its relationships.
  std::optional<GraphView> operator()(const NodeAnswer& answer) const {
    Viewer viewer(graph, sight);
    viewer.add(answer.node);
    viewer.add_text(answer.text);
    auto part = answer.node;
    for (auto above = answer.breadcrumb.rbegin(); above != answer.breadcrumb.rend(); ++above) {
      viewer.add_between(*above, part, type::kHasPart);
      part = *above;
    }
    for (const auto relationship : answer.relationships) viewer.add(relationship);
    Truncated cut;
    if (answer.relationships.size() < answer.relationship_count) {
      cut = Truncation{fmt::format("only {} of its {} relationships are given", answer.relationships.size(),
                                   answer.relationship_count),
                       "ask for its relationships"};
    }
    return viewer.finish(cut);
  }

  // Lists: the listed nodes, and their connections.

  std::optional<GraphView> operator()(const NodeList& answer) const {
    Viewer viewer(graph, sight);
    for (const auto node : answer.nodes) viewer.add(node);
    for (const auto& some : answer.relationships) add_all(viewer, some);
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const SearchAnswer& answer) const {
    Viewer viewer(graph, sight);
    for (const auto& hit : answer.hits) viewer.add(hit.node);
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const StatementsAnswer& answer) const {
    Viewer viewer(graph, sight);
    for (const auto& hit : answer.hits) add_said(viewer, hit);
    for (const auto& event : answer.events) viewer.add(event.concerns);
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const CriticsAnswer& answer) const {
    Viewer viewer(graph, sight);
    viewer.add(answer.of);
    for (const auto& critic : answer.hits) {
      viewer.add(critic.who);
      add_acts(viewer, critic.acts.towards);
      for (const auto& hit : critic.said) add_said(viewer, hit);
    }
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const StateAnswer& answer) const {
    Viewer viewer(graph, sight);
    viewer.add(answer.state);
    for (const auto* some : {&answer.actions, &answer.reservations, &answer.events}) add_all(viewer, *some);
    for (const auto& said : answer.statements) {
      viewer.add(said.statement);
      viewer.add_speaker(answer.state, said.statement);
      add_all(viewer, said.addresses);
    }
    return viewer.finish(answer.truncated);
  }

  std::optional<GraphView> operator()(const Participation& answer) const {
    Viewer viewer(graph, sight);
    viewer.add(answer.treaty);
    for (const auto& participant : answer.participants) add_acts(viewer, participant);
    return viewer.finish({});
  }

  static void add_all(Viewer& viewer, std::span<const RelationshipId> relationships) {
    for (const auto relationship : relationships) viewer.add(relationship);
  }
  static void add_acts(Viewer& viewer, const Participant& participant) {
    for (const auto act : {participant.signature, participant.consent, participant.domestic, participant.withdrawal}) {
      if (act) viewer.add(*act);
    }
  }
  static void add_said(Viewer& viewer, const StatementHit& hit) {
    viewer.add(hit.statement);
    for (const auto speaker : hit.speakers) viewer.add_speaker(speaker, hit.statement);
    if (hit.addresses) viewer.add(*hit.addresses);
    add_all(viewer, hit.carried);
    add_all(viewer, hit.rests_on);
  }

  template <typename Other>
  std::optional<GraphView> operator()(const Other& /*answer*/) const {
    return std::nullopt;
  }
};

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
  auto sight = ScopeFilter::of(graph, answer.scope);
  if (!sight) sight = ScopeFilter::of(graph, Scope());
  auto view = std::visit(ViewOf{graph, *sight}, answer.body);
  if (view) view->head.next_cursor = next_cursor_of(answer);
  return view;
}

Result<Layout> layout_called(std::string_view name) {
  constexpr std::array<std::string_view, 4> kNames = {"none", "auto", "layered", "force"};
  const auto found = std::ranges::find(kNames, name);
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
