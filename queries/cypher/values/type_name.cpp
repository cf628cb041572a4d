#include "queries/cypher/values/type_name.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

using Kind = TypeName::Kind;

Kind kind_of(ValueType type) {
  switch (type) {
    case ValueType::Map:
      return Kind::Map;
    case ValueType::Node:
      return Kind::Node;
    case ValueType::Relationship:
      return Kind::Relationship;
    case ValueType::List:
      return Kind::List;
    case ValueType::Path:
      return Kind::Path;
    case ValueType::Point:
      return Kind::Point;
    case ValueType::DateTime:
      return Kind::ZonedDateTime;
    case ValueType::LocalDateTime:
      return Kind::LocalDateTime;
    case ValueType::Date:
      return Kind::Date;
    case ValueType::Time:
      return Kind::ZonedTime;
    case ValueType::LocalTime:
      return Kind::LocalTime;
    case ValueType::Duration:
      return Kind::Duration;
    case ValueType::String:
      return Kind::String;
    case ValueType::Boolean:
      return Kind::Boolean;
    case ValueType::Integer:
      return Kind::Integer;
    case ValueType::Float:
      return Kind::Float;
    case ValueType::Null:
      return Kind::Null;
  }
  return Kind::Any;
}

/// By the order of Kind.
bool is_scalar(Kind kind) {
  return kind >= Kind::Boolean && kind <= Kind::Point;
}

/// Whether the value could be stored as a property: a scalar, or a list of scalars of one type without nulls.
bool can_be_property(const Value& value) {
  if (!value.is(ValueType::List)) return is_scalar(kind_of(value.type()));
  return std::ranges::all_of(value.list(), [&](const Value& item) {
    BudgetInForce::spend();
    return is_scalar(kind_of(item.type())) && item.type() == value.list().front().type();
  });
}

bool has_part(const Value& value, const TypeName::Part& part) {
  if (value.is_null()) return !part.not_null && part.kind != Kind::Nothing;
  switch (part.kind) {
    case Kind::Any:
      return true;
    case Kind::PropertyValue:
      return can_be_property(value);
    case Kind::List:
      return value.is(ValueType::List) &&
             (part.element.empty() || std::ranges::all_of(value.list(), [&](const Value& item) {
                BudgetInForce::spend();
                return has_type(item, part.element[0]);
              }));
    default:
      return kind_of(value.type()) == part.kind;
  }
}

/// In the order of Kind.
constexpr std::array<std::string_view, 21> kNames = {
    "NOTHING",      "NULL",       "BOOLEAN",        "STRING",         "INTEGER",        "FLOAT", "DATE",
    "LOCAL TIME",   "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME", "DURATION",       "POINT", "NODE",
    "RELATIONSHIP", "MAP",        "LIST",           "PATH",           "PROPERTY VALUE", "ANY",   "VECTOR"};

/// The distinct types of a list's items, in the order of Kind, which is that of the manual.
std::string element_text(const ValueList& list) {
  std::map<std::pair<Kind, std::string>, bool> seen;  // in order
  bool has_null = false;
  for (const auto& item : list) {
    BudgetInForce::spend();
    if (item.is_null()) {
      has_null = true;
    } else {
      seen.try_emplace({kind_of(item.type()), type_text(item)});
    }
  }
  if (seen.empty()) return has_null ? "NULL" : "NOTHING";
  std::vector<std::string> texts;
  constexpr std::string_view kNotNull = " NOT NULL";
  for (const auto& [key, unused] : seen) {
    auto text = key.second;
    if (has_null && text.ends_with(kNotNull)) text.resize(text.size() - kNotNull.size());
    texts.push_back(std::move(text));
  }
  return fmt::format("{}", fmt::join(texts, " | "));
}

}  // namespace

bool has_type(const Value& value, const TypeName& type) {
  return std::ranges::any_of(type.parts, [&](const TypeName::Part& part) { return has_part(value, part); });
}

std::string type_text(const Value& value) {
  if (value.is_null()) return "NULL";
  if (value.is(ValueType::List)) return fmt::format("LIST<{}> NOT NULL", element_text(value.list()));
  return fmt::format("{} NOT NULL", kNames.at(static_cast<std::size_t>(kind_of(value.type()))));
}

}  // namespace treatygraph::queries::cypher
