// Most of these procedures answer from SchemaRows, which is computed once for a graph.

#include "queries/cypher/asking/graph_procedures.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/asking/schema_rows.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// A procedure whose rows depend on the graph only.
void add(Procedures& all, std::string name, std::string description, std::vector<ProcedureColumn> outputs,
         ProcedureRows (*rows)(const Graph&), bool takes_options = false) {
  Procedure procedure;
  procedure.name = std::move(name);
  procedure.description = std::move(description);
  if (takes_options) procedure.inputs = {{"options", "MAP?"}};
  procedure.outputs = std::move(outputs);
  procedure.call = [rows](const EvaluationContext& around, const ProcedureArguments& /*arguments*/,
                          Budget& /*budget*/) { return rows(around.graph); };
  all.add(std::move(procedure));
}

/// The names of a dictionary of the graph, sorted.
template <auto kNames>
ProcedureRows listed(const Graph& graph) {
  ProcedureRows rows;
  for (const auto& one : (graph.*kNames)().all()) rows.push_back({one});
  std::ranges::sort(rows, {}, [](const std::vector<Value>& row) { return row[0].string(); });
  return rows;
}

ValueList texts(const auto& names) {
  ValueList list;
  for (const auto& name : names) list.emplace_back(std::string(name));
  return list;
}

/// A label or type as db.schema.* writes it: :`Article`.
std::string in_backticks(std::string_view name) {
  return fmt::format(":`{}`", name);
}

/// One row for each property of each set of labels. A property is mandatory if all nodes of the set have it.
ProcedureRows node_type_properties(const Graph& graph) {
  ProcedureRows rows;
  for (const auto& nodes : SchemaRows::of(graph).label_sets) {
    std::string type;
    for (const auto& label : nodes.labels) type += in_backticks(label);
    for (const auto& [name, facts] : nodes.properties) {
      rows.push_back({type, texts(nodes.labels), name, texts(facts.types), facts.count == nodes.count});
    }
  }
  return rows;
}

ProcedureRows relationship_type_properties(const Graph& graph) {
  ProcedureRows rows;
  for (const auto& type : SchemaRows::of(graph).types) {
    if (type.properties.empty()) rows.push_back({in_backticks(type.type), Value(), Value(), false});
    for (const auto& [name, facts] : type.properties) {
      rows.push_back({in_backticks(type.type), name, texts(facts.types), facts.count == type.count});
    }
  }
  return rows;
}

/// A virtual node, as a map, that stands for all nodes with a label.
Value label_node(const std::string& label) {
  Map properties;
  properties.set("name", label);
  properties.set("indexes", ValueList());
  properties.set("constraints", ValueList());
  Map node;
  node.set("elementId", label);
  node.set("labels", ValueList{label});
  node.set("properties", std::move(properties));
  return node;
}

/// db.schema.visualization: labels as nodes, and a relationship for each type between two labels.
ProcedureRows visualization(const Graph& graph) {
  ValueList nodes;
  ValueList relationships;
  for (const auto& label : graph.labels().all()) nodes.push_back(label_node(label));
  for (const auto& type : SchemaRows::of(graph).types) {
    for (const auto& [ends, count] : type.ends) {
      Map relationship;
      relationship.set("type", type.type);
      relationship.set("startNodeElementId", ends.first);
      relationship.set("endNodeElementId", ends.second);
      relationship.set("properties", Map());
      relationships.emplace_back(std::move(relationship));
    }
  }
  return {{std::move(nodes), std::move(relationships)}};
}

ProcedureRows ping(const Graph& /*graph*/) {
  return {{true}};
}

ProcedureRows info(const Graph& graph) {
  return {{std::string(graph.snapshot()), std::string("treatygraph"), Value()}};
}

/// Clients read the version of Neo4j from these rows.
ProcedureRows components(const Graph& /*graph*/) {
  return {{std::string("Neo4j Kernel"), ValueList{Value("5.26.0")}, std::string("community")},
          {std::string("Cypher"), ValueList{Value("5"), Value("25")}, std::string()}};
}

/// For procedures whose answer is empty here.
ProcedureRows none(const Graph& /*graph*/) {
  return {};
}

/// apoc.meta.stats
ProcedureRows counts(const Graph& graph) {
  const auto& schema = SchemaRows::of(graph);
  Map labels;
  for (const auto& label : graph.labels().all()) {
    labels.set(label, static_cast<std::int64_t>(nodes_with_label(schema, label).count));
  }
  Map types;
  for (const auto& type : schema.types) types.set(type.type, static_cast<std::int64_t>(type.count));
  return {{static_cast<std::int64_t>(graph.labels().size()), static_cast<std::int64_t>(graph.types().size()),
           static_cast<std::int64_t>(graph.properties().size()), static_cast<std::int64_t>(graph.node_count()),
           static_cast<std::int64_t>(graph.relationship_count()), std::move(labels), std::move(types)}};
}

// apoc.meta

/// The properties of a label or type, as apoc.meta.schema describes them.
Map property_map(const PropertiesByName& properties) {
  Map all;
  for (const auto& [name, facts] : properties) {
    Map about;
    about.set("type", apoc_type(facts));
    about.set("indexed", name == kKeyProperty);
    about.set("unique", name == kKeyProperty);
    about.set("existence", false);
    if (facts.types.size() > 1) about.set("types", texts(facts.types));
    all.set(name, std::move(about));
  }
  return all;
}

/// Adds, for each relationship type of the label, the labels at the other end.
void add_relationships(const SchemaRows& schema, const std::string& label, bool out, Map& to) {
  for (const auto& type : schema.types) {
    ValueList others;
    std::int64_t count = 0;
    for (const auto& [ends, number] : type.ends) {
      BudgetInForce::spend();
      if ((out ? ends.first : ends.second) != label) continue;
      others.emplace_back(out ? ends.second : ends.first);
      count = std::max(count, static_cast<std::int64_t>(number));
    }
    // A type that leads both out and in is described once, as outgoing.
    if (others.empty() || to.find(type.type) != nullptr) continue;
    Map about;
    about.set("count", count);
    about.set("direction", out ? "out" : "in");
    about.set("labels", std::move(others));
    about.set("properties", property_map(type.properties));
    to.set(type.type, std::move(about));
  }
}

ProcedureRows meta_schema(const Graph& graph) {
  const auto& schema = SchemaRows::of(graph);
  Map all;
  for (const auto& label : graph.labels().all()) {
    const auto nodes = nodes_with_label(schema, label);
    Map relationships;
    add_relationships(schema, label, true, relationships);
    add_relationships(schema, label, false, relationships);
    Map about;
    about.set("type", "node");
    about.set("count", static_cast<std::int64_t>(nodes.count));
    about.set("labels", ValueList());
    about.set("properties", property_map(nodes.properties));
    about.set("relationships", std::move(relationships));
    all.set(label, std::move(about));
  }
  for (const auto& type : schema.types) {
    Map about;
    about.set("type", "relationship");
    about.set("count", static_cast<std::int64_t>(type.count));
    about.set("properties", property_map(type.properties));
    all.set(type.type, std::move(about));
  }
  return {{std::move(all)}};
}

/// A row of apoc.meta.data: label, property, type, elementType, other, count, unique, index, existence, array.
std::vector<Value> data_row(const std::string& label, const std::string& property, std::string type,
                            const char* element, ValueList other, std::size_t count) {
  const bool is_key = property == kKeyProperty && std::string_view(element) == "node" && other.empty();
  const bool is_list = type == "LIST";
  return {label,
          property,
          std::move(type),
          std::string(element),
          std::move(other),
          static_cast<std::int64_t>(count),
          is_key,
          is_key,
          false,
          is_list};
}

ProcedureRows meta_data(const Graph& graph) {
  const auto& schema = SchemaRows::of(graph);
  ProcedureRows rows;
  for (const auto& label : graph.labels().all()) {
    for (const auto& [name, facts] : nodes_with_label(schema, label).properties) {
      rows.push_back(data_row(label, name, apoc_type(facts), "node", {}, facts.count));
    }
    for (const auto& type : schema.types) {
      ValueList others;
      for (const auto& [ends, count] : type.ends) {
        BudgetInForce::spend();
        if (ends.first == label) others.emplace_back(ends.second);
      }
      if (!others.empty()) rows.push_back(data_row(label, type.type, "RELATIONSHIP", "node", others, type.count));
    }
  }
  for (const auto& type : schema.types) {
    for (const auto& [name, facts] : type.properties) {
      rows.push_back(data_row(type.type, name, apoc_type(facts), "relationship", {}, facts.count));
    }
  }
  return rows;
}

}  // namespace

void add_graph_procedures(Procedures& all) {
  add(all, "db.labels", "The labels of nodes", {{"label", "STRING?"}}, listed<&Graph::labels>);
  add(all, "db.relationshipTypes", "The types of relationships", {{"relationshipType", "STRING?"}},
      listed<&Graph::types>);
  add(all, "db.propertyKeys", "The names of properties", {{"propertyKey", "STRING?"}}, listed<&Graph::properties>);
  add(all, "db.schema.nodeTypeProperties", "What properties nodes have, by their labels, and of which types",
      {{"nodeType", "STRING?"},
       {"nodeLabels", "LIST?"},
       {"propertyName", "STRING?"},
       {"propertyTypes", "LIST?"},
       {"mandatory", "BOOLEAN?"}},
      node_type_properties);
  add(all, "db.schema.relTypeProperties", "What properties relationships have, by their type, and of which types",
      {{"relType", "STRING?"}, {"propertyName", "STRING?"}, {"propertyTypes", "LIST?"}, {"mandatory", "BOOLEAN?"}},
      relationship_type_properties);
  add(all, "db.schema.visualization", "Labels as nodes, and which types of relationships lead from one to another",
      {{"nodes", "LIST?"}, {"relationships", "LIST?"}}, visualization);
  add(all, "db.ping", "Whether the database answers", {{"success", "BOOLEAN?"}}, ping);
  add(all, "db.info", "The snapshot that is asked",
      {{"id", "STRING?"}, {"name", "STRING?"}, {"creationDate", "STRING?"}}, info);
  add(all, "dbms.components", "The version of Neo4j whose language is understood",
      {{"name", "STRING?"}, {"versions", "LIST?"}, {"edition", "STRING?"}}, components);
  add(all, "dbms.clientConfig", "Settings for clients: none",
      {{"name", "STRING?"}, {"description", "STRING?"}, {"value", "STRING?"}}, none);
  add(all, "apoc.meta.schema", "Labels and types with their properties and ends, as one map", {{"value", "MAP?"}},
      meta_schema, true);
  add(all, "apoc.meta.data", "Labels and types with their properties and ends, as rows",
      {{"label", "STRING?"},
       {"property", "STRING?"},
       {"type", "STRING?"},
       {"elementType", "STRING?"},
       {"other", "LIST?"},
       {"count", "INTEGER?"},
       {"unique", "BOOLEAN?"},
       {"index", "BOOLEAN?"},
       {"existence", "BOOLEAN?"},
       {"array", "BOOLEAN?"}},
      meta_data, true);
  add(all, "apoc.meta.stats", "How many there are of each",
      {{"labelCount", "INTEGER?"},
       {"relTypeCount", "INTEGER?"},
       {"propertyKeyCount", "INTEGER?"},
       {"nodeCount", "INTEGER?"},
       {"relCount", "INTEGER?"},
       {"labels", "MAP?"},
       {"relTypesCount", "MAP?"}},
      counts);
  add(all, "apoc.schema.nodes", "Indexes and constraints of nodes: none that a query makes",
      {{"name", "STRING?"},
       {"label", "STRING?"},
       {"properties", "LIST?"},
       {"status", "STRING?"},
       {"type", "STRING?"},
       {"size", "INTEGER?"},
       {"valuesSelectivity", "FLOAT?"}},
      none, true);
}

}  // namespace treatygraph::queries::cypher
