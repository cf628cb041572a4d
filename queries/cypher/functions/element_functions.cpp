#include "queries/cypher/functions/element_functions.h"

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/indexes/label_lists.h"

namespace treatygraph::queries::cypher {
namespace {

Value labels(const EvaluationContext& around, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is(ValueType::Node)) wrong_value("labels", a[0]);
  return around.label_lists->of_set(around.graph.label_set(a[0].node()));
}

Value type(const EvaluationContext& around, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is(ValueType::Relationship)) wrong_value("type", a[0]);
  return Text(around.graph.types().name(around.graph.type(a[0].relationship())));
}

/// The key of a node, not its position, which may differ between snapshots; so id() equals elementId(). A relationship
/// has no key: its id is its number in this snapshot.
Value id(const EvaluationContext& around, Arguments a) {
  if (a[0].is_null()) return {};
  if (a[0].is(ValueType::Node)) return Text(around.graph.key(a[0].node()));
  if (!a[0].is(ValueType::Relationship)) wrong_value("id", a[0]);
  return fmt::format("r:{}", index_of(a[0].relationship()));
}

Value properties(const EvaluationContext& around, Arguments a) {
  if (a[0].is_null() || a[0].is(ValueType::Map)) return a[0];
  if (!a[0].is(ValueType::Node) && !a[0].is(ValueType::Relationship)) wrong_value("properties", a[0]);
  return properties_of(around, a[0]);
}

Value keys(const EvaluationContext& around, Arguments a) {
  const auto all = properties(around, a);
  if (all.is_null()) return {};
  ValueList names;
  for (const auto& [name, value] : all.map().entries()) names.emplace_back(name);
  return names;
}

Value start_node(const EvaluationContext& around, Arguments a) {
  return when(ValueType::Relationship, "startNode", a,
              [&](const Value& v) -> Value { return around.graph.source(v.relationship()); });
}
Value end_node(const EvaluationContext& around, Arguments a) {
  return when(ValueType::Relationship, "endNode", a,
              [&](const Value& v) -> Value { return around.graph.target(v.relationship()); });
}
Value nodes(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::Path, "nodes", a,
              [](const Value& v) -> Value { return ValueList(v.path().nodes.begin(), v.path().nodes.end()); });
}
Value relationships(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::Path, "relationships", a, [](const Value& v) -> Value {
    return ValueList(v.path().relationships.begin(), v.path().relationships.end());
  });
}
Value length(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::Path, "length", a,
              [](const Value& v) -> Value { return static_cast<std::int64_t>(v.path().relationships.size()); });
}
Value exists(const EvaluationContext& /*around*/, Arguments a) {
  return !a[0].is_null();
}

}  // namespace

void add_element_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  constexpr KindSet kPaths(K::Path);
  constexpr KindSet kRelationships(K::Relationship);
  constexpr KindSet kNamed(K::Node, K::Relationship, K::Map);
  table.insert(table.end(), {
                                {"labels", 1, 1, labels, KindSet(K::Node), K::List},
                                {"type", 1, 1, type, kRelationships, K::String},
                                {"id", 1, 1, id, KindSet(K::Node, K::Relationship), K::String},
                                {"element_id", 1, 1, id, KindSet(K::Node, K::Relationship), K::String},
                                {"elementId", 1, 1, id, KindSet(K::Node, K::Relationship), K::String},
                                {"properties", 1, 1, properties, kNamed, K::Map},
                                {"keys", 1, 1, keys, kNamed, K::List},
                                {"startNode", 1, 1, start_node, kRelationships, K::Node},
                                {"endNode", 1, 1, end_node, kRelationships, K::Node},
                                {"nodes", 1, 1, nodes, kPaths, K::List},
                                {"relationships", 1, 1, relationships, kPaths, K::List},
                                {"length", 1, 1, length, kPaths, K::Integer},
                                {"path_length", 1, 1, length, kPaths, K::Integer},
                                {"exists", 1, 1, exists, {}, K::Boolean},
                            });
}

}  // namespace treatygraph::queries::cypher
