#include "queries/cypher/functions/functions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/cypher/functions/conversions.h"
#include "queries/cypher/functions/element_functions.h"
#include "queries/cypher/functions/list_functions.h"
#include "queries/cypher/functions/number_functions.h"
#include "queries/cypher/functions/point_functions.h"
#include "queries/cypher/functions/string_functions.h"
#include "queries/cypher/functions/temporal_functions.h"
#include "queries/cypher/functions/text_functions.h"
#include "queries/cypher/functions/value_functions.h"
#include "queries/cypher/functions/vector_functions.h"
#include "queries/cypher/indexes/property_types.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/point.h"
#include "queries/cypher/values/temporal_text.h"

namespace treatygraph::queries::cypher {

std::string float_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  std::string text(buffer.data(), end);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

namespace {

/// A float as Java prints it, and so Neo4j's toString(): with an exponent below 0.001 and from ten million on, as in
/// "1.0E21".
std::string java_float_text(double number) {
  const auto size = std::abs(number);
  if (size == 0 || !std::isfinite(number)) return float_text(number);
  const bool is_plain = size >= 1e-3 && size < 1e7;
  std::array<char, 40> buffer{};
  const auto format = is_plain ? std::chars_format::fixed : std::chars_format::scientific;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const auto digits = text.substr(0, text.find('e'));
  const auto* point = digits.find('.') == std::string_view::npos ? ".0" : "";
  if (is_plain) return fmt::format("{}{}", digits, point);
  auto exponent = text.substr(digits.size() + 1);
  const auto* sign = exponent.front() == '-' ? "-" : "";
  exponent.remove_prefix(std::min(exponent.find_first_not_of("+-0"), exponent.size()));
  return fmt::format("{}{}E{}{}", digits, point, sign, exponent);
}

}  // namespace

std::string text_of(const Value& value) {
  switch (value.type()) {
    case ValueType::String:
      return std::string(value.string());
    case ValueType::Boolean:
      return value.boolean() ? "true" : "false";
    case ValueType::Integer:
      return fmt::format("{}", value.integer());
    case ValueType::Float:
      return java_float_text(value.floating());
    case ValueType::Date:
      return to_text(value.as<Date>());
    case ValueType::LocalTime:
      return to_text(value.as<LocalTime>());
    case ValueType::Time:
      return to_text(value.as<Time>());
    case ValueType::LocalDateTime:
      return to_text(value.as<LocalDateTime>());
    case ValueType::DateTime:
      return to_text(value.date_time());
    case ValueType::Duration:
      return to_text(value.as<Duration>());
    case ValueType::Point:
      return to_text(value.point());
    default:
      runtime_error("TypeError", "InvalidArgumentValue",
                    fmt::format("{} has no form as a string", name_of(value.type())));
  }
}

Value property_of(const EvaluationContext& around, const Value& element, std::string_view name) {
  return property_of(around, element, name, around.graph.properties().find(name));
}

Value property_of(const EvaluationContext& around, const Value& element, std::string_view name,
                  std::optional<PropertyId> id) {
  const auto read = [&](Value kept) {
    return around.property_types == nullptr ? std::move(kept) : around.property_types->read(*id, std::move(kept));
  };
  if (element.is(ValueType::Relationship)) {
    return id ? read(value_of(around.graph.property(element.relationship(), *id))) : Value();
  }
  const auto node = element.node();
  if (name == property::kText) {
    // The text of a provision is not in the graph's memory. A node without one may have a property of this name.
    auto text = around.graph.text(node);
    if (!text) runtime_error("DatabaseError", "TextUnavailable", text.error().detail);
    if (!text->empty()) return std::move(*text);
  }
  auto value = id ? read(value_of(around.graph.property(node, *id))) : Value();
  if (value.is_null() && !around.key_property.empty() && name == around.key_property)
    return Text(around.graph.key(node));
  return value;
}

Map properties_of(const EvaluationContext& around, const Value& element) {
  const auto& graph = around.graph;
  Map map;
  const bool is_node = element.is(ValueType::Node);
  if (is_node && !around.key_property.empty())
    map.set(std::string(around.key_property), Text(graph.key(element.node())));
  for (const auto name :
       is_node ? graph.property_names(element.node()) : graph.property_names(element.relationship())) {
    auto kept = value_of(is_node ? graph.property(element.node(), name) : graph.property(element.relationship(), name));
    map.set(std::string(graph.properties().name(name)),
            around.property_types == nullptr ? std::move(kept) : around.property_types->read(name, std::move(kept)));
  }
  if (is_node) {
    auto text = property_of(around, element, property::kText);
    if (!text.is_null()) map.set(std::string(property::kText), std::move(text));
  }
  return map;
}
namespace {

/// The table is made once and never changes, so pointers to its entries stay valid.
std::vector<FunctionEntry> make_functions() {
  std::vector<FunctionEntry> table;
  add_conversions(table);
  add_string_functions(table);
  add_text_functions(table);
  add_list_functions(table);
  add_element_functions(table);
  add_value_functions(table);
  add_number_functions(table);
  add_temporal_functions(table);
  add_point_functions(table);
  add_vector_functions(table);
  return table;
}

const std::vector<FunctionEntry>& function_table() {
  static const std::vector<FunctionEntry> table = make_functions();
  return table;
}

}  // namespace

const FunctionEntry* find_function(std::string_view name) {
  // Names are looked up in lower case: toUpper and TOUPPER are the same function.
  static const std::unordered_map<std::string, const FunctionEntry*> by_name = [] {
    std::unordered_map<std::string, const FunctionEntry*> index;
    for (const auto& entry : function_table()) index.emplace(lower_case(entry.name), &entry);
    return index;
  }();
  const auto found = by_name.find(lower_case(name));
  return found == by_name.end() ? nullptr : found->second;
}

std::span<const FunctionEntry> all_functions() {
  return function_table();
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const auto& entry : function_table()) names.push_back(entry.name);
  return names;
}

}  // namespace treatygraph::queries::cypher
