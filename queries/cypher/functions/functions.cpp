#include "queries/cypher/functions/functions.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <numbers>
#include <random>
#include <unordered_map>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/cypher/functions/point_functions.h"
#include "queries/cypher/functions/rounding.h"
#include "queries/cypher/functions/text_functions.h"
#include "queries/cypher/functions/value_functions.h"
#include "queries/cypher/functions/vector_functions.h"
#include "queries/cypher/indexes/label_lists.h"
#include "queries/cypher/indexes/property_types.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/point.h"
#include "queries/cypher/values/temporal.h"
#include "queries/cypher/values/temporal_text.h"
#include "queries/cypher/values/text_search.h"
#include "queries/request/budget_in_force.h"

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

std::string text_of(const Value& value) {
  switch (value.type()) {
    case ValueType::String:
      return std::string(value.string());
    case ValueType::Boolean:
      return value.boolean() ? "true" : "false";
    case ValueType::Integer:
      return fmt::format("{}", value.integer());
    case ValueType::Float:
      return float_text(value.floating());
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

using Arguments = std::span<const Value>;

[[noreturn]] void wrong_value(std::string_view function, const Value& value) {
  runtime_error("TypeError", "InvalidArgumentValue",
                fmt::format("{}() does not take {}", function, name_of(value.type())));
}
[[noreturn]] void wrong_type(std::string_view function, const Value& value) {
  type_error(fmt::format("{}() does not take {}", function, name_of(value.type())));
}

/// null for null, else what `of` makes of a value of `type`.
template <typename Of>
Value when(ValueType type, std::string_view function, Arguments arguments, Of of) {
  if (arguments[0].is_null()) return {};
  if (!arguments[0].is(type)) wrong_type(function, arguments[0]);
  return of(arguments[0]);
}

// Strings, by code points.

std::size_t byte_of(std::string_view text, std::int64_t code_point) {
  BudgetInForce::spend_on_text(std::min(text.size(), static_cast<std::size_t>(std::max<std::int64_t>(code_point, 0))));
  std::size_t at = 0;
  for (; code_point > 0 && at < text.size(); --code_point) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
  }
  return at;
}

std::int64_t code_points(std::string_view text) {
  BudgetInForce::spend_on_text(text.size());
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
}

std::string reversed(std::string_view text) {
  BudgetInForce::spend_on_text(text.size());
  std::string result;
  result.reserve(text.size());
  for (auto end = text.size(); end > 0;) {
    auto start = end - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
    result += text.substr(start, end - start);
    end = start;
  }
  return result;
}

std::int64_t count_argument(std::string_view function, const Value& value) {
  if (!value.is(ValueType::Integer)) wrong_type(function, value);
  if (value.integer() < 0) {
    runtime_error("ArgumentError", "NumberOutOfRange", fmt::format("{}() takes no negative number", function));
  }
  return value.integer();
}

Value substring(const EvaluationContext& /*around*/, Arguments a) {
  if (std::ranges::any_of(a, &Value::is_null)) return {};
  if (!a[0].is(ValueType::String)) wrong_type("substring", a[0]);
  const auto text = a[0].string();
  const auto start = byte_of(text, count_argument("substring", a[1]));
  if (a.size() == 2) return std::string(text.substr(start));
  return std::string(text.substr(start, byte_of(text.substr(start), count_argument("substring", a[2]))));
}

Value left(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("left", a[0]);
  return std::string(a[0].string().substr(0, byte_of(a[0].string(), count_argument("left", a[1]))));
}

Value right(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("right", a[0]);
  const auto text = a[0].string();
  const auto skipped = code_points(text) - count_argument("right", a[1]);
  return std::string(text.substr(byte_of(text, skipped)));
}

Value replace(const EvaluationContext& /*around*/, Arguments a) {
  if (std::ranges::any_of(a, &Value::is_null)) return {};
  for (const auto& value : a) {
    if (!value.is(ValueType::String)) wrong_type("replace", value);
  }
  const auto text = a[0].string();
  const auto search = a[1].string();
  if (search.empty()) return std::string(text);
  std::string result;
  std::size_t at = 0;
  for (auto found = find_text(text, search); found != std::string_view::npos; found = find_text(text, search, at)) {
    BudgetInForce::spend();
    result += text.substr(at, found - at);
    result += a[2].string();
    at = found + search.size();
  }
  result += text.substr(at);
  return result;
}

Value split(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::String) || !a[1].is(ValueType::String)) wrong_type("split", a[0]);
  auto text = a[0].string();
  const auto delimiter = a[1].string();
  ValueList parts;
  if (delimiter.empty()) {
    while (!text.empty()) {
      BudgetInForce::spend();
      const auto length = byte_of(text, 1);
      parts.emplace_back(std::string(text.substr(0, length)));
      text.remove_prefix(length);
    }
    return parts;
  }
  for (auto found = find_text(text, delimiter); found != std::string_view::npos; found = find_text(text, delimiter)) {
    BudgetInForce::spend();
    parts.emplace_back(std::string(text.substr(0, found)));
    text.remove_prefix(found + delimiter.size());
  }
  parts.emplace_back(std::string(text));
  return parts;
}

/// ICU takes memory of its own, several times the text's.
constexpr std::size_t kLongestForCase = 16U * 1024 * 1024;
constexpr std::size_t kStepsOfCase = 16;

[[noreturn]] void too_long(std::string_view function, std::size_t bytes) {
  runtime_error("ArgumentError", "TextTooLong",
                fmt::format("{}() takes at most {} bytes of text, not {}", function, kLongestForCase, bytes));
}

template <bool kUpper>
Value change_case(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::String, kUpper ? "toUpper" : "toLower", a, [](const Value& value) -> Value {
    const auto view = value.string();
    BudgetInForce::spend_on_text(view.size() * kStepsOfCase);
    if (view.size() > kLongestForCase) too_long(kUpper ? "toUpper" : "toLower", view.size());
    auto text = icu::UnicodeString::fromUTF8({view.data(), static_cast<std::int32_t>(view.size())});
    if (kUpper) {
      text.toUpper(icu::Locale::getRoot());
    } else {
      text.toLower(icu::Locale::getRoot());
    }
    std::string result;
    return text.toUTF8String(result);
  });
}

// Lists

Value size(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (a[0].is(ValueType::String)) return code_points(a[0].string());
  if (a[0].is(ValueType::Map)) return static_cast<std::int64_t>(a[0].map().entries().size());
  if (!a[0].is(ValueType::List)) wrong_type("size", a[0]);
  return static_cast<std::int64_t>(a[0].list().size());
}

Value is_empty(const EvaluationContext& around, Arguments a) {
  const auto count = size(around, a);
  return count.is_null() ? Value() : Value(count.integer() == 0);
}

Value head(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::List, "head", a, [](const Value& v) { return v.list().empty() ? Value() : v.list().front(); });
}
Value last(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::List, "last", a, [](const Value& v) { return v.list().empty() ? Value() : v.list().back(); });
}
Value tail(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::List, "tail", a, [](const Value& v) -> Value {
    BudgetInForce::spend(v.list().size());
    return v.list().empty() ? ValueList() : ValueList(v.list().begin() + 1, v.list().end());
  });
}
Value reverse(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (a[0].is(ValueType::String)) return reversed(a[0].string());
  if (!a[0].is(ValueType::List)) wrong_type("reverse", a[0]);
  BudgetInForce::spend(a[0].list().size());
  return ValueList(a[0].list().rbegin(), a[0].list().rend());
}

/// What a list of integers may hold: more is an error before the memory is asked for.
constexpr std::int64_t kLongestRange = 5'000'000;

Value range(const EvaluationContext& /*around*/, Arguments a) {
  for (const auto& value : a) {
    if (!value.is(ValueType::Integer)) {
      runtime_error("ArgumentError", "InvalidArgumentType",
                    fmt::format("range() takes integers, not {}", name_of(value.type())));
    }
  }
  const auto from = a[0].integer();
  const auto to = a[1].integer();
  const auto step = a.size() == 3 ? a[2].integer() : 1;
  if (step == 0) runtime_error("ArgumentError", "NumberOutOfRange", "the step of range() is 0");
  if (step > 0 ? from > to : from < to) return ValueList();
  const auto distance = step > 0 ? static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)
                                 : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to);
  const auto stride = step > 0 ? static_cast<std::uint64_t>(step) : ~static_cast<std::uint64_t>(step) + 1;
  const auto count = distance / stride;
  if (count >= static_cast<std::uint64_t>(kLongestRange)) {
    runtime_error("MemoryLimitError", "ListTooLong",
                  fmt::format("range() would make more than {} numbers; UNWIND a shorter one", kLongestRange));
  }
  BudgetInForce::spend(static_cast<std::size_t>(count) + 1);
  ValueList numbers;
  numbers.reserve(static_cast<std::size_t>(count) + 1);
  for (std::uint64_t i = 0; i <= count; ++i) {
    numbers.emplace_back(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + i * static_cast<std::uint64_t>(step)));
  }
  return numbers;
}

Value coalesce(const EvaluationContext& /*around*/, Arguments a) {
  const auto found = std::ranges::find_if(a, [](const Value& value) { return !value.is_null(); });
  return found == a.end() ? Value() : *found;
}

// Nodes, relationships, paths

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

/// The key of a node. Positions in a snapshot never leave the process, so id() says the same as elementId().
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

// Conversions

Value to_string(const EvaluationContext& /*around*/, Arguments a) {
  return a[0].is_null() ? Value() : Value(text_of(a[0]));
}

/// A byte is compared with each of them.
constexpr std::size_t kStepsOfBlank = 4;

std::string_view trimmed(std::string_view text) {
  BudgetInForce::spend_on_text(text.size() * kStepsOfBlank);
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

Value float_in(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? Value(number) : Value();
}

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

Value to_boolean(const EvaluationContext& /*around*/, Arguments a) {
  switch (a[0].type()) {
    case ValueType::Null:
      return {};
    case ValueType::Boolean:
      return a[0];
    case ValueType::Integer:
      return a[0].integer() != 0;
    case ValueType::String: {
      std::string text(trimmed(a[0].string()));
      std::ranges::transform(text, text.begin(),
                             [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      return text == "true" ? Value(true) : text == "false" ? Value(false) : Value();
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

/// toXList: what cannot be converted becomes null.
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

// Numbers

template <double (*kFunction)(double)>
Value numeric(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is_number()) wrong_type("a numeric function", a[0]);
  return kFunction(a[0].number());
}

double degrees_of(double radians) {
  return radians * 180 / std::numbers::pi;
}
double radians_of(double degrees) {
  return degrees * std::numbers::pi / 180;
}
double haversine(double angle) {
  return (1 - std::cos(angle)) / 2;
}
double hyperbolic_cotangent(double angle) {
  return 1 / std::tanh(angle);
}
double cotangent(double angle) {
  return 1 / std::tan(angle);
}

Value abs_of(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (a[0].is(ValueType::Float)) return std::fabs(a[0].floating());
  if (!a[0].is(ValueType::Integer)) wrong_type("abs", a[0]);
  if (a[0].integer() == std::numeric_limits<std::int64_t>::min()) {
    runtime_error("ArithmeticError", "IntegerOverflow", "abs() is out of the range of 64 bits");
  }
  return a[0].integer() < 0 ? -a[0].integer() : a[0].integer();
}

Value sign(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is_number()) wrong_type("sign", a[0]);
  const auto number = a[0].number();
  return number > 0 ? 1 : number < 0 ? -1 : 0;
}

/// Halves go up, as in Neo4j: round(-1.5) is -1.0. Adding a half before the floor would lift what lies just below one.
double rounded_up_at_half(double number) {
  const auto below = std::floor(number);
  return number - below >= 0.5 ? below + 1 : below;
}

/// With a precision or a mode the decimal digits are rounded that the number is printed with, as in Neo4j:
/// round(1.005, 2) is 1.01.
Value round(const EvaluationContext& /*around*/, Arguments a) {
  if (std::ranges::any_of(a, &Value::is_null)) return {};
  if (!a[0].is_number()) wrong_type("round", a[0]);
  const auto precision = a.size() > 1 ? count_argument("round", a[1]) : 0;
  if (a.size() < 3 && precision == 0) return rounded_up_at_half(a[0].number());
  if (a.size() == 3 && !a[2].is(ValueType::String)) wrong_type("round", a[2]);
  return rounded(a[0].number(), precision, a.size() == 3 ? a[2].string() : "HALF_UP");
}

Value atan2_of(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is_number() || !a[1].is_number()) wrong_type("atan2", a[0]);
  return std::atan2(a[0].number(), a[1].number());
}

Value pi(const EvaluationContext& /*around*/, Arguments /*a*/) {
  return std::numbers::pi;
}
Value e(const EvaluationContext& /*around*/, Arguments /*a*/) {
  return std::numbers::e;
}

Value rand_of(const EvaluationContext& /*around*/, Arguments /*a*/) {
  thread_local std::mt19937_64 engine(std::random_device{}());
  return std::uniform_real_distribution<double>(0, 1)(engine);
}

Value timestamp(const EvaluationContext& around, Arguments /*a*/) {
  return around.now.seconds * 1000 + around.now.nanoseconds / 1'000'000;
}

// Temporal values

/// {timezone: 'America/Los_Angeles'} and nothing else: now, there.
bool is_zone_alone(const Value& value) {
  return value.is(ValueType::Map) && value.map().entries().size() == 1 && value.map().find("timezone") != nullptr;
}

template <ValueType kKind>
Value construct(const EvaluationContext& around, Arguments a) {
  constexpr bool kIsClock = kKind != ValueType::Duration;
  if (kIsClock && !a.empty() && is_zone_alone(a[0]))
    return current_temporal(kKind, *a[0].map().find("timezone"), around.now);
  return a.empty() ? current_temporal(kKind, {}, around.now) : construct_temporal(kKind, a[0]);
}

template <ValueType kKind>
Value of_statement(const EvaluationContext& around, Arguments a) {
  if (!a.empty() && a[0].is_null()) return {};
  return current_temporal(kKind, a.empty() ? Value() : a[0], around.now);
}

template <ValueType kKind>
Value of_moment(const EvaluationContext& /*around*/, Arguments a) {
  if (!a.empty() && a[0].is_null()) return {};
  return current_temporal(kKind, a.empty() ? Value() : a[0], current_instant());
}

template <ValueType kKind>
Value truncate(const EvaluationContext& around, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("truncate", a[0]);
  const auto value = a.size() > 1 ? a[1] : current_temporal(kKind, {}, around.now);
  return truncate_temporal(kKind, a[0].string(), value, a.size() > 2 ? a[2] : Value());
}

template <Between kUnit>
Value between(const EvaluationContext& /*around*/, Arguments a) {
  return duration_between(kUnit, a[0], a[1]);
}

Value from_epoch(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::Integer) || !a[1].is(ValueType::Integer)) wrong_type("datetime.fromepoch", a[0]);
  return date_time_from_epoch(a[0].integer(), a[1].integer());
}
Value from_epoch_millis(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::Integer, "datetime.fromepochmillis", a, [](const Value& v) {
    const auto millis = v.integer();
    const auto rest = ((millis % 1000) + 1000) % 1000;
    return date_time_from_epoch((millis - rest) / 1000, rest * 1'000'000);
  });
}

constexpr KindSet kStrings(StaticKind::String);
constexpr KindSet kLists(StaticKind::List);
constexpr KindSet kPaths(StaticKind::Path);
constexpr KindSet kRelationships(StaticKind::Relationship);
constexpr KindSet kNumbers(StaticKind::Integer, StaticKind::Float);
constexpr KindSet kTemporalSources(StaticKind::String, StaticKind::Map, StaticKind::Temporal);
constexpr KindSet kNamed(StaticKind::Node, StaticKind::Relationship, StaticKind::Map);
constexpr KindSet kScalars(StaticKind::String, StaticKind::Boolean, StaticKind::Integer, StaticKind::Float,
                           StaticKind::Temporal, StaticKind::Point);

template <ValueType kKind>
void add_temporal(std::vector<FunctionEntry>& table, std::string_view name, std::array<std::string_view, 4> more) {
  table.push_back({name, 0, 1, construct<kKind>, kTemporalSources, StaticKind::Temporal, false, true});
  table.push_back({more[0], 1, 3, truncate<kKind>, kStrings, StaticKind::Temporal, false, true});
  table.push_back({more[1], 0, 1, of_statement<kKind>, {}, StaticKind::Temporal, false, true});
  table.push_back({more[2], 0, 1, of_statement<kKind>, {}, StaticKind::Temporal, false, true});
  table.push_back({more[3], 0, 1, of_moment<kKind>, {}, StaticKind::Temporal});
}

std::vector<FunctionEntry> make_functions() {
  using K = StaticKind;
  constexpr std::size_t kMany = 1'000'000;
  std::vector<FunctionEntry> table = {
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
      {"substring", 2, 3, substring, kStrings, K::String},
      {"left", 2, 2, left, kStrings, K::String},
      {"right", 2, 2, right, kStrings, K::String},
      {"replace", 3, 3, replace, kStrings, K::String},
      {"split", 2, 2, split, kStrings, K::List},
      {"toUpper", 1, 1, change_case<true>, kStrings, K::String},
      {"toLower", 1, 1, change_case<false>, kStrings, K::String},
      {"upper", 1, 1, change_case<true>, kStrings, K::String},
      {"lower", 1, 1, change_case<false>, kStrings, K::String},
      {"size", 1, 1, size, KindSet(K::List, K::String, K::Map), K::Integer},
      {"isEmpty", 1, 1, is_empty, KindSet(K::List, K::String, K::Map), K::Boolean},
      {"head", 1, 1, head, kLists},
      {"last", 1, 1, last, kLists},
      {"tail", 1, 1, tail, kLists, K::List},
      {"reverse", 1, 1, reverse, KindSet(K::List, K::String)},
      {"range", 2, 3, range, {}, K::List},
      {"coalesce", 1, kMany, coalesce},
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
      {"cardinality", 1, 1, size, KindSet(K::List, K::Map), K::Integer},
      {"exists", 1, 1, exists, {}, K::Boolean},
      {"abs", 1, 1, abs_of, kNumbers},
      {"sign", 1, 1, sign, kNumbers, K::Integer},
      {"round", 1, 3, round, kNumbers, K::Float},
      {"ceil", 1, 1, numeric<std::ceil>, kNumbers, K::Float},
      {"floor", 1, 1, numeric<std::floor>, kNumbers, K::Float},
      {"sqrt", 1, 1, numeric<std::sqrt>, kNumbers, K::Float},
      {"exp", 1, 1, numeric<std::exp>, kNumbers, K::Float},
      {"log", 1, 1, numeric<std::log>, kNumbers, K::Float},
      {"log10", 1, 1, numeric<std::log10>, kNumbers, K::Float},
      {"sin", 1, 1, numeric<std::sin>, kNumbers, K::Float},
      {"cos", 1, 1, numeric<std::cos>, kNumbers, K::Float},
      {"tan", 1, 1, numeric<std::tan>, kNumbers, K::Float},
      {"cot", 1, 1, numeric<cotangent>, kNumbers, K::Float},
      {"asin", 1, 1, numeric<std::asin>, kNumbers, K::Float},
      {"acos", 1, 1, numeric<std::acos>, kNumbers, K::Float},
      {"atan", 1, 1, numeric<std::atan>, kNumbers, K::Float},
      {"atan2", 2, 2, atan2_of, kNumbers, K::Float},
      {"degrees", 1, 1, numeric<degrees_of>, kNumbers, K::Float},
      {"radians", 1, 1, numeric<radians_of>, kNumbers, K::Float},
      {"haversin", 1, 1, numeric<haversine>, kNumbers, K::Float},
      {"sinh", 1, 1, numeric<std::sinh>, kNumbers, K::Float},
      {"cosh", 1, 1, numeric<std::cosh>, kNumbers, K::Float},
      {"tanh", 1, 1, numeric<std::tanh>, kNumbers, K::Float},
      {"coth", 1, 1, numeric<hyperbolic_cotangent>, kNumbers, K::Float},
      {"ceiling", 1, 1, numeric<std::ceil>, kNumbers, K::Float},
      {"ln", 1, 1, numeric<std::log>, kNumbers, K::Float},
      {"pi", 0, 0, pi, {}, K::Float},
      {"e", 0, 0, e, {}, K::Float},
      {"rand", 0, 0, rand_of, {}, K::Float, true},
      {"timestamp", 0, 0, timestamp, {}, K::Integer, false, true},
      {"duration", 1, 1, construct<ValueType::Duration>, kTemporalSources, K::Temporal},
      {"duration.between", 2, 2, between<Between::All>, {}, K::Temporal},
      {"duration.inMonths", 2, 2, between<Between::Months>, {}, K::Temporal},
      {"duration.inDays", 2, 2, between<Between::Days>, {}, K::Temporal},
      {"duration.inSeconds", 2, 2, between<Between::Seconds>, {}, K::Temporal},
      {"duration_between", 2, 2, between<Between::All>, {}, K::Temporal},
      {"local_time", 0, 1, construct<ValueType::LocalTime>, kTemporalSources, K::Temporal, false, true},
      {"local_datetime", 0, 1, construct<ValueType::LocalDateTime>, kTemporalSources, K::Temporal, false, true},
      {"zoned_time", 0, 1, construct<ValueType::Time>, kTemporalSources, K::Temporal, false, true},
      {"zoned_datetime", 0, 1, construct<ValueType::DateTime>, kTemporalSources, K::Temporal, false, true},
      {"datetime.fromepoch", 2, 2, from_epoch, {}, K::Temporal},
      {"datetime.fromepochmillis", 1, 1, from_epoch_millis, {}, K::Temporal},
  };
  add_text_functions(table);
  add_value_functions(table);
  add_point_functions(table);
  add_vector_functions(table);
  add_temporal<ValueType::Date>(table, "date",
                                {"date.truncate", "date.transaction", "date.statement", "date.realtime"});
  add_temporal<ValueType::Time>(table, "time",
                                {"time.truncate", "time.transaction", "time.statement", "time.realtime"});
  add_temporal<ValueType::LocalTime>(
      table, "localtime", {"localtime.truncate", "localtime.transaction", "localtime.statement", "localtime.realtime"});
  add_temporal<ValueType::DateTime>(
      table, "datetime", {"datetime.truncate", "datetime.transaction", "datetime.statement", "datetime.realtime"});
  add_temporal<ValueType::LocalDateTime>(
      table, "localdatetime",
      {"localdatetime.truncate", "localdatetime.transaction", "localdatetime.statement", "localdatetime.realtime"});
  return table;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

const std::vector<FunctionEntry>& functions() {
  static const std::vector<FunctionEntry> table = make_functions();
  return table;
}

}  // namespace

const FunctionEntry* find_function(std::string_view name) {
  static const std::unordered_map<std::string, const FunctionEntry*> by_name = [] {
    std::unordered_map<std::string, const FunctionEntry*> index;
    for (const auto& entry : functions()) index.emplace(lower(entry.name), &entry);
    return index;
  }();
  const auto found = by_name.find(lower(name));
  return found == by_name.end() ? nullptr : found->second;
}

std::span<const FunctionEntry> all_functions() {
  return functions();
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const auto& entry : functions()) names.push_back(entry.name);
  return names;
}

}  // namespace treatygraph::queries::cypher
