#include "queries/cypher/functions/conversions.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "graph/ascii.h"
#include "queries/cypher/functions/arguments.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

Value to_string(const EvaluationContext& /*around*/, Arguments a) {
  return a[0].is_null() ? Value() : Value(text_of(a[0]));
}

/// trimmed() compares a byte with six blanks, so it costs more than other passes over the text.
constexpr std::size_t kStepsOfBlank = 4;

std::string_view trimmed(std::string_view text) {
  BudgetInForce::spend_on_text(text.size() * kStepsOfBlank);
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

/// The float that a text spells, with blanks around it; null if it spells none.
Value float_in(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? Value(number) : Value();
}

/// The integer part of a float; null if 64 bits cannot contain it.
Value integer_of(double number) {
  if (std::isnan(number)) return {};
  constexpr double kLimit = 9223372036854775808.0;
  if (number >= kLimit || number < -kLimit) return {};
  return static_cast<std::int64_t>(number);
}

Value to_integer(const EvaluationContext& /*around*/, Arguments a) {
  switch (a[0].type()) {
    case ValueType::Null:
      return {};
    case ValueType::Integer:
      return a[0];
    case ValueType::Float:
      return integer_of(a[0].floating());
    case ValueType::Boolean:
      return a[0].boolean() ? 1 : 0;
    case ValueType::String: {
      auto text = trimmed(a[0].string());
      if (text.starts_with('+')) text.remove_prefix(1);
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error == std::errc() && end == text.data() + text.size()) return number;
      // toInteger('3.9') is 3, and so is toInteger('3.9e0').
      const auto floating = float_in(a[0].string());
      return floating.is_null() ? Value() : integer_of(floating.floating());
    }
    default:
      wrong_value("toInteger", a[0]);
  }
}

Value to_float(const EvaluationContext& /*around*/, Arguments a) {
  switch (a[0].type()) {
    case ValueType::Null:
      return {};
    case ValueType::Integer:
    case ValueType::Float:
      return a[0].number();
    case ValueType::String:
      return float_in(a[0].string());
    default:
      wrong_value("toFloat", a[0]);
  }
}

/// An integer is true unless it is 0.
Value to_boolean(const EvaluationContext& /*around*/, Arguments a) {
  switch (a[0].type()) {
    case ValueType::Null:
      return {};
    case ValueType::Boolean:
      return a[0];
    case ValueType::Integer:
      return a[0].integer() != 0;
    case ValueType::String: {
      const auto text = trimmed(a[0].string());
      if (equal_but_for_case(text, "true")) return Value(true);
      return equal_but_for_case(text, "false") ? Value(false) : Value();
    }
    default:
      wrong_value("toBoolean", a[0]);
  }
}

/// toXOrNull: null instead of an error.
template <Value (*kConvert)(const EvaluationContext&, Arguments)>
Value or_null(const EvaluationContext& around, Arguments a) {
  try {
    return kConvert(around, a);
  } catch (const CypherError&) {
    return {};
  }
}

/// toXList: converts each item; items that cannot be converted become null.
template <Value (*kConvert)(const EvaluationContext&, Arguments)>
Value each_of(const EvaluationContext& around, Arguments a) {
  return when(ValueType::List, "a conversion of lists", a, [&](const Value& list) -> Value {
    ValueList converted;
    converted.reserve(list.list().size());
    for (const auto& item : list.list()) {
      BudgetInForce::spend();
      converted.push_back(kConvert(around, {&item, 1}));
    }
    return converted;
  });
}

}  // namespace

void add_conversions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  constexpr KindSet kLists(K::List);
  constexpr KindSet kScalars(K::String, K::Boolean, K::Integer, K::Float, K::Temporal, K::Point);
  table.insert(table.end(), {
                                {"toString", 1, 1, to_string, kScalars, K::String},
                                {"toInteger", 1, 1, to_integer, kScalars, K::Integer},
                                {"toFloat", 1, 1, to_float, KindSet(K::String, K::Integer, K::Float), K::Float},
                                {"toBoolean", 1, 1, to_boolean, KindSet(K::String, K::Boolean, K::Integer), K::Boolean},
                                {"toStringList", 1, 1, each_of<or_null<to_string>>, kLists, K::List},
                                {"toIntegerList", 1, 1, each_of<or_null<to_integer>>, kLists, K::List},
                                {"toFloatList", 1, 1, each_of<or_null<to_float>>, kLists, K::List},
                                {"toBooleanList", 1, 1, each_of<or_null<to_boolean>>, kLists, K::List},
                                {"toStringOrNull", 1, 1, or_null<to_string>, {}, K::String},
                                {"toIntegerOrNull", 1, 1, or_null<to_integer>, {}, K::Integer},
                                {"toFloatOrNull", 1, 1, or_null<to_float>, {}, K::Float},
                                {"toBooleanOrNull", 1, 1, or_null<to_boolean>, {}, K::Boolean},
                            });
}

}  // namespace treatygraph::queries::cypher
