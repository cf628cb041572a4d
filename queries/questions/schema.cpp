#include "queries/questions/schema.h"

#include <algorithm>
#include <set>
#include <variant>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

/// The kind of a value, as PropertySummary::kinds names it.
struct KindName {
  std::string_view operator()(std::monostate) const { return "null"; }
  std::string_view operator()(bool) const { return "boolean"; }
  std::string_view operator()(std::int64_t) const { return "integer"; }
  std::string_view operator()(double) const { return "float"; }
  std::string_view operator()(std::string_view) const { return "string"; }
  std::string_view operator()(const Date&) const { return "date"; }
  std::string_view operator()(const LocalTime&) const { return "local time"; }
  std::string_view operator()(const Time&) const { return "time"; }
  std::string_view operator()(const LocalDateTime&) const { return "local datetime"; }
  std::string_view operator()(const DateTime*) const { return "datetime"; }
  std::string_view operator()(const Duration&) const { return "duration"; }
  std::string_view operator()(const PropertyList*) const { return "list"; }
};

/// Counts the properties of one label's nodes, or of one type's relationships.
class PropertyCounts {
 public:
  template <typename Id>
  void add(const Graph& graph, Id owner, const std::vector<PropertyId>& names) {
    for (const auto name : names) {
      auto& [count, kinds] = counts_[name];
      ++count;
      kinds.insert(std::visit(KindName{}, graph.property(owner, name)));
    }
  }

  [[nodiscard]] std::vector<PropertySummary> summaries(const Graph& graph) const {
    std::vector<PropertySummary> all;
    for (const auto& [name, counted] : counts_) {
      all.push_back({graph.properties().name(name), counted.count, {counted.kinds.begin(), counted.kinds.end()}});
    }
    std::ranges::sort(all, {}, &PropertySummary::name);
    return all;
  }

 private:
  /// How often a property occurs, and with which kinds of values.
  struct Counted {
    std::size_t count = 0;
    std::set<std::string_view> kinds;
  };
  std::map<PropertyId, Counted> counts_;
};

/// One pass over all nodes.
std::vector<LabelSummary> labels_of(const Graph& graph) {
  std::vector<PropertyCounts> counts(graph.labels().size());
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const auto names = graph.property_names(NodeId{i});
    for (const auto label : graph.labels_of(NodeId{i})) counts[index_of(label)].add(graph, NodeId{i}, names);
  }
  std::vector<LabelSummary> labels;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto label = static_cast<LabelId>(i);
    labels.push_back({graph.labels().name(label), graph.nodes_with(label).size(), counts[i].summaries(graph)});
  }
  std::ranges::sort(labels, {}, &LabelSummary::name);
  return labels;
}

/// The most specific label of a node: for provisions "Article" or "Point", not "Provision".
std::string label_of(const Graph& graph, NodeId node) {
  std::string first;
  for (const auto label : graph.labels_of(node)) {
    const auto& name = graph.labels().name(label);
    if (first.empty() || first == label::kProvision) first = name;
  }
  return first;
}

/// One pass over all relationships of the type.
TypeSummary summary_of(const Graph& graph, TypeId type) {
  TypeSummary summary;
  summary.name = graph.types().name(type);
  PropertyCounts counts;
  const auto all = graph.out(NodeRange{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph.node_count())}}, type);
  summary.count = all.size();
  for (const auto hop : all) {
    counts.add(graph, hop.relationship, graph.property_names(hop.relationship));
    ++summary.ends[{label_of(graph, graph.source(hop.relationship)), label_of(graph, hop.node)}];
  }
  summary.properties = counts.summaries(graph);
  return summary;
}

/// Linear in all nodes, relationships and their properties.
Schema count_all(const Graph& graph) {
  Schema schema;
  schema.node_count = graph.node_count();
  schema.relationship_count = graph.relationship_count();
  schema.labels = labels_of(graph);
  for (std::size_t i = 0; i < graph.types().size(); ++i)
    schema.types.push_back(summary_of(graph, static_cast<TypeId>(i)));
  std::ranges::sort(schema.types, {}, &TypeSummary::name);
  return schema;
}

}  // namespace

const Schema& schema_of(const Graph& graph) {
  return graph.derived().get<Schema>([&] { return count_all(graph); });
}

}  // namespace treatygraph::queries
