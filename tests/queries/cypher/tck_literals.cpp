#include "tests/queries/cypher/tck_literals.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "graph/ascii.h"
#include "queries/cypher/asking/engine.h"
#include "queries/cypher/functions/functions.h"

namespace treatygraph::testing {
namespace {

using queries::cypher::EvaluationContext;
using queries::cypher::Map;
using queries::cypher::Path;
using queries::cypher::Value;
using queries::cypher::ValueType;

std::string string_literal(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result.push_back('\\');
    result.push_back(c);
  }
  return result + "'";
}

/// The TCK writes 10:35-08:00 for what toString() calls 10:35:00-08:00.
std::string time_literal(std::string text) {
  constexpr std::string_view kZeroSeconds = ":00";
  const auto date = text.find('T');
  const auto seconds = (date == std::string::npos ? 0 : date + 1) + std::string_view("10:35").size();
  const auto after = seconds + kZeroSeconds.size();
  const bool has_fraction = after < text.size() && text[after] == '.';
  if (!has_fraction && text.compare(seconds, kZeroSeconds.size(), kZeroSeconds) == 0)
    text.erase(seconds, kZeroSeconds.size());
  return string_literal(text);
}

std::string name_literal(std::string_view name) {
  const bool is_plain = !name.empty() && std::ranges::all_of(name, [](char c) {
    return is_letter_or_digit(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
  return is_plain ? std::string(name) : "`" + std::string(name) + "`";
}

std::string map_literal(const Map& map, const Graph& graph) {
  std::string result = "{";
  for (const auto& [name, value] : map.entries()) {
    if (result.size() > 1) result += ", ";
    result += name_literal(name) + ": " + literal_of(value, graph);
  }
  return result + "}";
}

std::string properties_literal(const Value& element, const Graph& graph) {
  const auto map = properties_of(EvaluationContext{graph, {}, {}}, element);
  return map.entries().empty() ? "" : " " + map_literal(map, graph);
}

std::string node_literal(NodeId node, const Graph& graph) {
  std::string result = "(";
  for (const auto label : graph.labels_of(node)) result += ":" + name_literal(graph.labels().name(label));
  return result + properties_literal(node, graph) + ")";
}

std::string relationship_literal(RelationshipId relationship, const Graph& graph) {
  return "[:" + name_literal(graph.types().name(graph.type(relationship))) + properties_literal(relationship, graph) +
         "]";
}

std::string path_literal(const Path& path, const Graph& graph) {
  auto result = "<" + node_literal(path.nodes[0], graph);
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const auto relationship = path.relationships[i];
    const bool forward = graph.source(relationship) == path.nodes[i] && graph.target(relationship) == path.nodes[i + 1];
    result += (forward ? "-" : "<-") + relationship_literal(relationship, graph) + (forward ? "->" : "-") +
              node_literal(path.nodes[i + 1], graph);
  }
  return result + ">";
}

}  // namespace

std::string literal_of(const Value& value, const Graph& graph) {
  switch (value.type()) {
    case ValueType::Null:
      return "null";
    case ValueType::Boolean:
    case ValueType::Integer:
      return queries::cypher::text_of(value);
    case ValueType::Float:
      return queries::cypher::float_text(value.floating());
    case ValueType::List: {
      std::string result = "[";
      for (const auto& item : value.list()) {
        if (result.size() > 1) result += ", ";
        result += literal_of(item, graph);
      }
      return result + "]";
    }
    case ValueType::Map:
      return map_literal(value.map(), graph);
    case ValueType::Node:
      return node_literal(value.node(), graph);
    case ValueType::Relationship:
      return relationship_literal(value.relationship(), graph);
    case ValueType::Path:
      return path_literal(value.path(), graph);
    case ValueType::LocalTime:
    case ValueType::Time:
    case ValueType::LocalDateTime:
    case ValueType::DateTime:
      return time_literal(queries::cypher::text_of(value));
    default:
      return string_literal(queries::cypher::text_of(value));
  }
}

Value value_of_literal(const std::string& literal) {
  if (literal == "NaN") return std::numeric_limits<double>::quiet_NaN();
  static const Graph nothing = *Graph::build({}, "literals");
  const EvaluationContext around{nothing, {}, {}};
  const auto query = queries::cypher::PreparedQuery::prepare("RETURN " + literal, around, {}, {});
  if (!query) throw std::runtime_error("no literal: " + literal);
  Value result;
  queries::Budget budget;
  const auto ran = query->run({}, budget, [&](std::span<const Value> row) {
    result = row[0];
    return true;
  });
  if (!ran) throw std::runtime_error("no literal: " + literal);
  return result;
}

}  // namespace treatygraph::testing
