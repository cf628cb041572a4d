#include "queries/cypher/asking/schema_rows.h"

#include <algorithm>

#include "graph/ascii.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/indexes/property_types.h"

namespace treatygraph::queries::cypher {
namespace {

/// The type as Neo4j's db.schema procedures name it.
std::string type_of(const Value& value) {
  switch (value.type()) {
    case ValueType::String:
      return "String";
    case ValueType::Integer:
      return "Long";
    case ValueType::Float:
      return "Double";
    case ValueType::List:
      return value.list().empty() ? "StringArray" : type_of(value.list().front()) + "Array";
    default:
      return std::string(name_of(value.type()));
  }
}

/// Counts all nodes and relationships, once.
class Maker {
 public:
  explicit Maker(const Graph& graph) : graph_(graph), types_(PropertyTypes::of(graph)) {}

  SchemaRows make() {
    SchemaRows rows;
    for (std::uint32_t i = 0; i < graph_.node_count(); ++i) {
      const NodeId node{i};
      const auto set = graph_.label_set(node);
      if (set >= rows.label_sets.size()) rows.label_sets.resize(set + 1);
      auto& nodes = rows.label_sets[set];
      // All nodes of a label set have the same labels, so the first one gives them.
      if (nodes.count++ == 0) {
        for (const auto label : graph_.labels_of(node)) nodes.labels.push_back(graph_.labels().name(label));
      }
      // Every node has a key, which queries read like a property.
      ++count(nodes.properties, std::string(kKeyProperty), "String").count;
      for (const auto name : graph_.property_names(node)) add(nodes.properties, name, graph_.property(node, name));
    }
    std::erase_if(rows.label_sets, [](const SchemaRows::Nodes& nodes) { return nodes.count == 0; });
    rows.types.resize(graph_.types().size());
    for (std::size_t i = 0; i < rows.types.size(); ++i) rows.types[i].type = graph_.types().all()[i];
    for (std::uint32_t i = 0; i < graph_.relationship_count(); ++i) add(rows, RelationshipId{i});
    return rows;
  }

 private:
  static PropertyFacts& count(PropertiesByName& properties, const std::string& name, std::string type) {
    auto& facts = properties[name];
    facts.types.insert(std::move(type));
    return facts;
  }

  void add(PropertiesByName& properties, PropertyId name, const PropertyView& kept) {
    const auto value = types_.read(name, value_of(kept));
    ++count(properties, graph_.properties().name(name), type_of(value)).count;
  }

  void add(SchemaRows& rows, RelationshipId relationship) {
    auto& type = rows.types[index_of(graph_.type(relationship))];
    ++type.count;
    for (const auto name : graph_.property_names(relationship)) {
      add(type.properties, name, graph_.property(relationship, name));
    }
    // A node with two labels counts for each of them.
    for (const auto from : graph_.labels_of(graph_.source(relationship))) {
      for (const auto to : graph_.labels_of(graph_.target(relationship))) {
        ++type.ends[{graph_.labels().name(from), graph_.labels().name(to)}];
      }
    }
  }

  const Graph& graph_;
  const PropertyTypes& types_;
};

/// Derived keeps one value for each C++ type, so this type is the key of the cached schema.
struct KeptRows {
  SchemaRows rows;
};

}  // namespace

const SchemaRows& SchemaRows::of(const Graph& graph) {
  return graph.derived().get<KeptRows>([&graph] { return KeptRows{Maker(graph).make()}; }).rows;
}

SchemaRows::Nodes nodes_with_label(const SchemaRows& schema, const std::string& label) {
  SchemaRows::Nodes all{{label}, 0, {}};
  for (const auto& nodes : schema.label_sets) {
    if (std::ranges::find(nodes.labels, label) == nodes.labels.end()) continue;
    all.count += nodes.count;
    for (const auto& [name, facts] : nodes.properties) {
      auto& sum = all.properties[name];
      sum.count += facts.count;
      sum.types.insert(facts.types.begin(), facts.types.end());
    }
  }
  return all;
}

std::string apoc_type(const PropertyFacts& facts) {
  if (facts.types.empty()) return "STRING";
  const auto& type = *facts.types.begin();
  if (type.ends_with("Array")) return "LIST";
  if (type == "Long") return "INTEGER";
  if (type == "Double") return "FLOAT";
  return upper_case(type);
}

}  // namespace treatygraph::queries::cypher
