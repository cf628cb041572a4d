// All answers write values by Writer, which visits a value recursively: the depth of values is limited (value.h). Every
// visited value is charged to the budget in force, so an answer that takes too long to write is stopped like a query.

#include "queries/cypher/asking/answer_text.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/indexes/property_types.h"
#include "queries/cypher/values/point.h"
#include "queries/formats/answers/json_facts.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

using formats::JsonText;

/// Writes values in one of the JSON shapes. The shapes differ in numbers, dates, points, nodes, relationships and
/// paths.
class Writer {
 public:
  Writer(JsonText& json, const Graph& graph, JsonShape shape) : json_(json), graph_(graph), shape_(shape) {}

  void write(const Value& value) {
    if (shape_ != JsonShape::Neo4jTyped) {
      write_plain(value);
      return;
    }
    // Numbers and temporal values are strings in the typed shape, so no client rounds a 64-bit integer.
    json_.begin_object().member("$type", typed_name(value)).key("_value");
    if (value.is(ValueType::Point)) {
      json_.value(well_known_text(value.point()));
    } else if (value.is(ValueType::Integer) || value.is(ValueType::Float) || is_temporal(value.type())) {
      json_.value(text_of(value));
    } else {
      write_plain(value);
    }
    json_.end_object();
  }

 private:
  static std::string_view typed_name(const Value& value) {
    if (!value.is(ValueType::DateTime)) return name_of(value.type());
    return value.date_time().zone.empty() ? "OffsetDateTime" : "ZonedDateTime";
  }

  void write_plain(const Value& value) {
    BudgetInForce::spend();
    switch (value.type()) {
      case ValueType::Null:
        json_.null();
        break;
      case ValueType::Boolean:
        json_.value(value.boolean());
        break;
      case ValueType::Integer:
        json_.value(value.integer());
        break;
      case ValueType::Float:
        write_float(value);
        break;
      case ValueType::String:
        json_.value(value.string());
        break;
      case ValueType::List:
        write_list(value.list());
        break;
      case ValueType::Map:
        write_map(value.map());
        break;
      case ValueType::Node:
        write_node(value.node());
        break;
      case ValueType::Relationship:
        write_relationship(value.relationship());
        break;
      case ValueType::Path:
        write_path(value.path());
        break;
      case ValueType::Point:
        json_.value(shape_ == JsonShape::Neo4j ? well_known_text(value.point()) : text_of(value));
        break;
      default:
        json_.value(text_of(value));
    }
  }

  /// A float always has a fraction or an exponent, as in 3.0, so clients can tell it from an integer. JSON has no NaN
  /// and no Infinity: they become strings, as in Neo4j.
  void write_float(const Value& value) {
    if (std::isfinite(value.floating())) {
      json_.raw(float_text(value.floating()));
    } else {
      json_.value(text_of(value));
    }
  }

  void write_list(const ValueList& list) {
    json_.begin_array();
    for (const auto& item : list) write(item);
    json_.end_array();
  }

  void write_map(const Map& map) {
    json_.begin_object();
    for (const auto& [name, item] : map.entries()) {
      json_.key(name);
      write(item);
    }
    json_.end_object();
  }

  /// The properties as queries read them, so dates and lists have their types, and the key is one of them.
  void write_properties(const Value& element) {
    write_map(properties_of({graph_, {}, kKeyProperty, nullptr, &PropertyTypes::of(graph_)}, element));
  }

  void write_labels(NodeId node) {
    json_.begin_array();
    for (const auto label : graph_.labels_of(node)) json_.value(graph_.labels().name(label));
    json_.end_array();
  }

  void write_node(NodeId node) {
    if (shape_ == JsonShape::Own) {
      formats::write_node(json_, graph_, node);
      return;
    }
    json_.begin_object().member(name("elementId", "_element_id", "~id"), graph_.key(node));
    if (shape_ == JsonShape::Neptune) json_.member("~entityType", "node");
    json_.key(name("labels", "_labels", "~labels"));
    write_labels(node);
    json_.key(name("properties", "_properties", "~properties"));
    write_properties(node);
    json_.end_object();
  }

  void write_relationship(RelationshipId relationship) {
    if (shape_ == JsonShape::Own) {
      formats::write_relationship(json_, graph_, relationship);
      return;
    }
    json_.begin_object().member(name("elementId", "_element_id", "~id"), fmt::format("r:{}", index_of(relationship)));
    if (shape_ == JsonShape::Neptune) json_.member("~entityType", "relationship");
    json_.member(name("startNodeElementId", "_start_node_element_id", "~start"),
                 graph_.key(graph_.source(relationship)));
    json_.member(name("endNodeElementId", "_end_node_element_id", "~end"), graph_.key(graph_.target(relationship)));
    json_.member(name("type", "_type", "~type"), graph_.types().name(graph_.type(relationship)));
    json_.key(name("properties", "_properties", "~properties"));
    write_properties(relationship);
    json_.end_object();
  }

  /// Our own shape has the nodes and the relationships apart; the others alternate them in one list.
  void write_path(const Path& path) {
    if (shape_ == JsonShape::Own) {
      json_.begin_object().member("length", path.relationships.size()).key("nodes").begin_array();
      for (const auto node : path.nodes) formats::write_node(json_, graph_, node);
      json_.end_array().key("relationships").begin_array();
      for (const auto relationship : path.relationships) formats::write_relationship(json_, graph_, relationship);
      json_.end_array().end_object();
      return;
    }
    json_.begin_array();
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
      write(path.nodes[i]);
      if (i < path.relationships.size()) write(path.relationships[i]);
    }
    json_.end_array();
  }

  /// The name of a member in the current shape.
  [[nodiscard]] std::string_view name(std::string_view neo4j, std::string_view typed, std::string_view neptune) const {
    return shape_ == JsonShape::Neptune ? neptune : shape_ == JsonShape::Neo4jTyped ? typed : neo4j;
  }

  JsonText& json_;
  const Graph& graph_;
  JsonShape shape_;
};

/// Adds every node and relationship in a value, including the ends of relationships.
void collect(const Value& value, const Graph& graph, std::set<NodeId>& nodes, std::set<RelationshipId>& relationships) {
  const auto add = [&](RelationshipId relationship) {
    relationships.insert(relationship);
    nodes.insert(graph.source(relationship));
    nodes.insert(graph.target(relationship));
  };
  BudgetInForce::spend();
  switch (value.type()) {
    case ValueType::Node:
      nodes.insert(value.node());
      break;
    case ValueType::Relationship:
      add(value.relationship());
      break;
    case ValueType::Path:
      nodes.insert(value.path().nodes.begin(), value.path().nodes.end());
      std::ranges::for_each(value.path().relationships, add);
      break;
    case ValueType::List:
      for (const auto& item : value.list()) collect(item, graph, nodes, relationships);
      break;
    case ValueType::Map:
      for (const auto& [name, item] : value.map().entries()) collect(item, graph, nodes, relationships);
      break;
    default:
      break;
  }
}

/// The member "graph": the nodes and relationships of all rows.
void write_graph(JsonText& json, const Graph& graph, const StatementAnswer& answer) {
  const auto drawing = subgraph_of(graph, answer);
  json.key("graph").begin_object().key("nodes").begin_array();
  for (const auto& [node, depth] : drawing.nodes) formats::write_node(json, graph, node);
  json.end_array().key("relationships").begin_array();
  for (const auto relationship : drawing.evidence) formats::write_relationship(json, graph, relationship);
  json.end_array().end_object();
}

/// An operator of the plan, with its inputs as children.
void write_operator(JsonText& json, const PlanNode& plan) {
  json.begin_object().member("operator", plan.op).member("details", plan.details);
  if (plan.estimated) json.member("estimated_rows", *plan.estimated);
  if (plan.done) json.member("rows", plan.done->rows).member("hits", plan.done->hits);
  json.key("children").begin_array();
  for (const auto& child : plan.children) write_operator(json, child);
  json.end_array().end_object();
}

void write_plan(JsonText& json, const PlanNode& plan) {
  json.key("plan").begin_object().member("text", plan_text(plan)).key("tree");
  write_operator(json, plan);
  json.end_object();
}

/// A value as text for a table: "a:art_5>REFERS_TO>b:art_2" for a relationship.
std::string cell_text(const Graph& graph, const Value& value) {
  BudgetInForce::spend();
  switch (value.type()) {
    case ValueType::Node:
      return std::string(graph.key(value.node()));
    case ValueType::Relationship: {
      const auto relationship = value.relationship();
      return fmt::format("{}>{}>{}", graph.key(graph.source(relationship)),
                         graph.types().name(graph.type(relationship)), graph.key(graph.target(relationship)));
    }
    case ValueType::Path: {
      std::vector<std::string_view> keys;
      for (const auto node : value.path().nodes) keys.push_back(graph.key(node));
      return fmt::format("{}", fmt::join(keys, " - "));
    }
    case ValueType::List: {
      std::vector<std::string> cells;
      for (const auto& item : value.list()) cells.push_back(cell_text(graph, item));
      return fmt::format("[{}]", fmt::join(cells, ", "));
    }
    case ValueType::Null:
    case ValueType::Map: {
      std::string text;
      JsonText json(text);
      write_value(json, graph, value, JsonShape::Own);
      return text;
    }
    case ValueType::Float:
      return float_text(value.floating());
    default:
      return text_of(value);
  }
}

/// A cell that keeps numbers and booleans as such.
formats::Cell cell_of(const Graph& graph, const Value& value) {
  switch (value.type()) {
    case ValueType::Null:
      return {};
    case ValueType::Boolean:
      return value.boolean();
    case ValueType::Integer:
      return value.integer();
    case ValueType::Float:
      if (!std::isfinite(value.floating())) return text_of(value);
      return value.floating();
    default:
      return cell_text(graph, value);
  }
}

}  // namespace

void write_value(JsonText& json, const Graph& graph, const Value& value, JsonShape shape) {
  Writer(json, graph, shape).write(value);
}

namespace {

/// Sets, so each element is drawn once, in the order of the ids.
struct Elements {
  std::set<NodeId> nodes;
  std::set<RelationshipId> relationships;

  void add(const Graph& graph, std::span<const Value> row) {
    for (const auto& value : row) collect(value, graph, nodes, relationships);
  }
  [[nodiscard]] Subgraph drawn() const {
    Subgraph drawing;
    for (const auto node : nodes) drawing.nodes.push_back({node, 0});
    drawing.evidence.assign(relationships.begin(), relationships.end());
    return drawing;
  }
};

}  // namespace

Subgraph subgraph_of(const Graph& graph, const StatementAnswer& answer) {
  Elements elements;
  for (const auto& row : answer.rows) elements.add(graph, row);
  auto drawing = elements.drawn();
  drawing.truncated = answer.truncated;
  return drawing;
}

Subgraph subgraph_of(const Graph& graph, std::span<const Value> row) {
  Elements elements;
  elements.add(graph, row);
  return elements.drawn();
}

std::string rows_as_json(const Graph& graph, const StatementAnswer& answer, bool with_graph) {
  std::string body;
  JsonText json(body);
  json.begin_object().member("snapshot", graph.snapshot()).key("columns").begin_array();
  for (const auto& column : answer.columns()) json.value(column);
  json.end_array().key("rows").begin_array();
  for (const auto& row : answer.rows) {
    json.begin_array();
    for (const auto& value : row) write_value(json, graph, value, JsonShape::Own);
    json.end_array();
  }
  json.end_array();
  if (with_graph) write_graph(json, graph, answer);
  if (answer.plan) write_plan(json, *answer.plan);
  json.key("warnings").begin_array();
  for (const auto& warning : answer.warnings) json.value(warning);
  json.end_array().key("truncated");
  formats::write_truncation(json, answer.truncated);
  json.key("stats")
      .begin_object()
      .member("rows", answer.rows.size())
      .member("prepared_us", answer.prepared.count())
      .member("parsed_us", answer.query->costs().parsed.count())
      .member("planned_us", answer.query->costs().planned.count())
      .member("executed_us", answer.executed.count())
      .end_object()
      .end_object();
  return body + '\n';
}

void append_ndjson(std::string& out, const Graph& graph, std::span<const std::string> columns,
                   std::span<const Value> row) {
  JsonText json(out);
  json.begin_object();
  for (std::size_t i = 0; i < row.size(); ++i) {
    json.key(columns[i]);
    write_value(json, graph, row[i], JsonShape::Own);
  }
  json.end_object();
  out += '\n';
}

void append_ndjson_error(std::string& out, const CypherError& error) {
  JsonText json(out);
  json.begin_object().key("error").begin_object();
  json.member("type", error.type).member("detail", error.detail).member("message", error.message);
  json.end_object().end_object();
  out += '\n';
}

void append_ndjson_warnings(std::string& out, std::span<const std::string> warnings) {
  JsonText json(out);
  json.begin_object().key("warnings").begin_array();
  for (const auto& warning : warnings) json.value(warning);
  json.end_array().end_object();
  out += '\n';
}

void append_csv_head(std::string& out, std::span<const std::string> columns) {
  formats::append_csv_row(out, {columns.begin(), columns.end()});
}

void append_csv(std::string& out, const Graph& graph, std::span<const Value> row) {
  std::vector<formats::Cell> cells;
  cells.reserve(row.size());
  for (const auto& value : row) cells.push_back(cell_of(graph, value));
  formats::append_csv_row(out, cells);
}

std::string rows_as_ndjson(const Graph& graph, const StatementAnswer& answer) {
  std::string body;
  for (const auto& row : answer.rows) append_ndjson(body, graph, answer.columns(), row);
  return body;
}

formats::Table rows_as_table(const Graph& graph, const StatementAnswer& answer) {
  formats::Table table{answer.columns(), {}};
  for (const auto& row : answer.rows) {
    auto& cells = table.rows.emplace_back();
    for (const auto& value : row) cells.push_back(cell_of(graph, value));
  }
  return table;
}

}  // namespace treatygraph::queries::cypher
