// "row" shows nodes and relationships as their properties, and paths as lists of them. "meta" describes the same
// values: an object for each node and relationship, null for anything else. "graph" collects what the row contains as a
// graph. Values can be nested to any depth, and are charged to the budget in force as they are written.

#include "server/cypher/row_results.h"

#include <set>
#include <string>

#include <fmt/format.h>

#include "queries/cypher/functions/functions.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::server {
namespace {

using queries::cypher::Value;
using queries::cypher::ValueType;
using queries::formats::JsonText;

/// Named as in the Query API.
std::string element_id(RelationshipId relationship) {
  return fmt::format("r:{}", index_of(relationship));
}

/// The properties as an object.
void write_properties(JsonText& json, const Graph& graph, const Value& element) {
  const auto properties = queries::cypher::properties_of({graph, {}, queries::cypher::kKeyProperty}, element);
  queries::cypher::write_value(json, graph, Value(properties), queries::cypher::JsonShape::Neo4j);
}

void write_plain(JsonText& json, const Graph& graph, const Value& value);

/// A path is a list that alternates between nodes and relationships; `write` writes each.
template <typename Write>
void write_path(JsonText& json, const queries::cypher::Path& path, Write write) {
  json.begin_array();
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    write(Value(path.nodes[i]));
    if (i < path.relationships.size()) write(Value(path.relationships[i]));
  }
  json.end_array();
}

/// One value of "row".
void write_plain(JsonText& json, const Graph& graph, const Value& value) {
  queries::BudgetInForce::spend();
  switch (value.type()) {
    case ValueType::Node:
    case ValueType::Relationship:
      write_properties(json, graph, value);
      break;
    case ValueType::Path:
      write_path(json, value.path(), [&](const Value& element) { write_plain(json, graph, element); });
      break;
    case ValueType::List:
      json.begin_array();
      for (const auto& item : value.list()) write_plain(json, graph, item);
      json.end_array();
      break;
    case ValueType::Map:
      json.begin_object();
      for (const auto& [name, item] : value.map().entries()) {
        json.key(name);
        write_plain(json, graph, item);
      }
      json.end_object();
      break;
    default:
      queries::cypher::write_value(json, graph, value, queries::cypher::JsonShape::Neo4j);
  }
}

/// One object of "meta".
void write_element(JsonText& json, std::size_t id, std::string_view element_id, std::string_view type) {
  json.begin_object().member("id", id).member("elementId", element_id).member("type", type);
  json.member("deleted", false).end_object();
}

/// "meta" lists entities inside lists and maps in the same array as top-level ones.
void write_meta(JsonText& json, const Graph& graph, const Value& value) {
  queries::BudgetInForce::spend();
  switch (value.type()) {
    case ValueType::Node:
      write_element(json, index_of(value.node()), graph.key(value.node()), "node");
      break;
    case ValueType::Relationship:
      write_element(json, index_of(value.relationship()), element_id(value.relationship()), "relationship");
      break;
    case ValueType::Path:
      write_path(json, value.path(), [&](const Value& element) { write_meta(json, graph, element); });
      break;
    case ValueType::List:
      for (const auto& item : value.list()) write_meta(json, graph, item);
      break;
    case ValueType::Map:
      for (const auto& [name, item] : value.map().entries()) write_meta(json, graph, item);
      break;
    default:
      json.null();
  }
}

/// Ids are text in "graph", and numbers in "meta".
void write_node(JsonText& json, const Graph& graph, NodeId node) {
  json.begin_object().member("id", std::to_string(index_of(node))).member("elementId", graph.key(node));
  json.key("labels").begin_array();
  for (const auto label : graph.labels_of(node)) json.value(graph.labels().name(label));
  json.end_array().key("properties");
  write_properties(json, graph, Value(node));
  json.end_object();
}

void write_relationship(JsonText& json, const Graph& graph, RelationshipId relationship) {
  const auto from = graph.source(relationship);
  const auto to = graph.target(relationship);
  json.begin_object()
      .member("id", std::to_string(index_of(relationship)))
      .member("elementId", element_id(relationship))
      .member("type", graph.types().name(graph.type(relationship)))
      .member("startNode", std::to_string(index_of(from)))
      .member("startNodeElementId", graph.key(from))
      .member("endNode", std::to_string(index_of(to)))
      .member("endNodeElementId", graph.key(to))
      .key("properties");
  write_properties(json, graph, Value(relationship));
  json.end_object();
}

/// The member "graph".
void write_graph(JsonText& json, const Graph& graph, std::span<const Value> row) {
  const auto drawing = queries::cypher::subgraph_of(graph, row);
  json.key("graph").begin_object().key("nodes").begin_array();
  for (const auto& [node, depth] : drawing.nodes) write_node(json, graph, node);
  json.end_array().key("relationships").begin_array();
  for (const auto relationship : drawing.evidence) write_relationship(json, graph, relationship);
  json.end_array().end_object();
}

}  // namespace

void write_row(JsonText& json, const Graph& graph, std::span<const Value> row, const RowContents& contents) {
  json.begin_object();
  if (contents.row) {
    json.key("row").begin_array();
    for (const auto& value : row) write_plain(json, graph, value);
    json.end_array().key("meta").begin_array();
    for (const auto& value : row) write_meta(json, graph, value);
    json.end_array();
  }
  if (contents.graph) write_graph(json, graph, row);
  json.end_object();
}

}  // namespace treatygraph::server
