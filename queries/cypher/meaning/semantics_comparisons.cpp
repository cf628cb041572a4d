// Warnings about comparisons whose result the types of both sides decide: a date with a string, a node with a key,
// anything with null. Such a comparison is valid, but has the same result in every row. The warning says what to write
// instead.
//
// The type of a side is what the text of the query tells (StaticType), refined by the function that makes a temporal
// value and by the value of a parameter.

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/meaning/expression_resolver.h"

namespace treatygraph::queries::cypher {
namespace comparisons {

/// What is known of a value before the query runs. From Node to Path they are elements of the graph, from Temporal on
/// temporal values.
enum class Known : std::uint8_t {
  Nothing,
  Null,
  Node,
  Relationship,
  Path,
  Boolean,
  Number,
  String,
  List,
  Map,
  Point,
  Temporal,  ///< one of the following, but not known which
  Date,
  LocalTime,
  Time,
  LocalDateTime,
  DateTime,
  Duration
};

/// One side of a comparison.
struct Side {
  const Expression& expression;
  Known known;
};

}  // namespace comparisons

namespace {

using comparisons::Known;
using comparisons::Side;

/// In the order of Known.
constexpr std::array<std::string_view, 18> kCalled = {
    "something",  "null",      "a node",  "a relationship",   "a path", "a boolean",    "a number", "a string",
    "a list",     "a map",     "a point", "a temporal value", "a date", "a local time", "a time",   "a local datetime",
    "a datetime", "a duration"};
/// The functions that make temporal values, in the order of Known from Date on.
constexpr std::array<std::string_view, 6> kMadeBy = {"date",          "localtime", "time",
                                                     "localdatetime", "datetime",  "duration"};

std::string_view called(Known known) {
  return kCalled.at(static_cast<std::size_t>(known));
}

bool is_temporal(Known known) {
  return known >= Known::Temporal;
}

std::string_view made_by(Known known) {
  return kMadeBy.at(static_cast<std::size_t>(known) - static_cast<std::size_t>(Known::Date));
}

Known known_of(StaticKind kind) {
  switch (kind) {
    case StaticKind::Any:
      return Known::Nothing;
    case StaticKind::Null:
      return Known::Null;
    case StaticKind::Boolean:
      return Known::Boolean;
    case StaticKind::Integer:
    case StaticKind::Float:
      return Known::Number;
    case StaticKind::String:
      return Known::String;
    case StaticKind::List:
      return Known::List;
    case StaticKind::Map:
      return Known::Map;
    case StaticKind::Node:
      return Known::Node;
    case StaticKind::Relationship:
      return Known::Relationship;
    case StaticKind::Path:
      return Known::Path;
    case StaticKind::Temporal:
      return Known::Temporal;
    case StaticKind::Point:
      return Known::Point;
  }
  return Known::Nothing;
}

Known known_of(const Value& value) {
  switch (value.type()) {
    case ValueType::Map:
      return Known::Map;
    case ValueType::Date:
      return Known::Date;
    case ValueType::LocalTime:
      return Known::LocalTime;
    case ValueType::Time:
      return Known::Time;
    case ValueType::LocalDateTime:
      return Known::LocalDateTime;
    case ValueType::DateTime:
      return Known::DateTime;
    case ValueType::Duration:
      return Known::Duration;
    case ValueType::Point:
      return Known::Point;
    default:
      return known_of(kind_of(value));
  }
}

/// The kind that a function of temporal values makes: "date.truncate" makes a date.
Known made_by_function(std::string_view name) {
  const auto kind = name.substr(0, name.find('.'));
  const auto* const found = std::ranges::find(kMadeBy, kind);
  if (found == kMadeBy.end()) return Known::Temporal;
  return static_cast<Known>(static_cast<std::size_t>(Known::Date) + static_cast<std::size_t>(found - kMadeBy.begin()));
}

bool have_no_order(Known known) {
  constexpr std::array kWithout = {Known::Map,  Known::Node,  Known::Relationship,
                                   Known::Path, Known::Point, Known::Duration};
  return std::ranges::find(kWithout, known) != kWithout.end();
}

/// Whether values of these types may be equal, or one less than the other.
bool may_compare(Known a, Known b, bool is_order) {
  if (a == Known::Null || b == Known::Null) return false;
  if (a == Known::Nothing || b == Known::Nothing) return true;
  const bool is_some_temporal = (a == Known::Temporal && is_temporal(b)) || (b == Known::Temporal && is_temporal(a));
  return is_some_temporal || (a == b && !(is_order && have_no_order(a)));
}

std::optional<std::string_view> text_in(const Expression& e) {
  const auto* literal = as<Literal>(e);
  if (literal == nullptr || !literal->value.is(ValueType::String)) return std::nullopt;
  return literal->value.string();
}

/// The kind of temporal value that a text looks like: 'P1Y' is a duration, '12:00' a time, '2025-10-25' a date.
Known read_as(std::string_view text) {
  if (text.starts_with('P')) return Known::Duration;
  const bool has_day = text.find('-') != std::string_view::npos || text.find(':') == std::string_view::npos;
  if (!has_day) return Known::LocalTime;
  return text.find('T') == std::string_view::npos ? Known::Date : Known::LocalDateTime;
}

/// What to write instead of a string that is compared with a temporal value.
std::string instead_of_text(const Side& text, const Side& temporal) {
  const auto words = text_in(text.expression);
  const bool is_exact = temporal.known != Known::Temporal;
  const auto function = made_by(is_exact ? temporal.known : words ? read_as(*words) : Known::Date);
  return words ? fmt::format("write {}('{}') instead of '{}'", function, *words, *words)
               : fmt::format("write {}(...) around the string", function);
}

bool is_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

/// What to write instead of a string that is compared with a number.
std::string instead_of_number(const Side& text) {
  const auto words = text_in(text.expression);
  return words && is_number(*words) ? fmt::format("write {} instead of '{}'", *words, *words)
                                    : "write toFloat(...) around the string, or toString(...) around the number";
}

std::string instead_of_element(Known element) {
  if (element == Known::Path) return "compare nodes(p), or length(p)";
  return fmt::format("compare a property of the {}, or its elementId(x)",
                     element == Known::Node ? "node" : "relationship");
}

std::string without_order(Known known) {
  if (known == Known::Duration) {
    return "durations have no order, since a month may be shorter than 30 days: compare what they are added to, date() "
           "+ "
           "x, or x.days";
  }
  if (known == Known::Point) return "points have no order: compare point.distance(a, b), or a.x";
  if (known == Known::Map) return "maps have no order: compare one of their entries";
  return fmt::format("{} has no order: {}", called(known), instead_of_element(known));
}

bool is_element(Known known) {
  return known >= Known::Node && known <= Known::Path;
}

/// What to write instead of the comparison; empty if no advice is known.
std::string remedy(const Side& a, const Side& b) {
  if (is_temporal(a.known) && is_temporal(b.known)) {
    const bool is_length = a.known == Known::Duration || b.known == Known::Duration;
    return is_length ? std::string() : fmt::format("write {}(...) around both", made_by(a.known));
  }
  for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    if (is_element(one->known)) return instead_of_element(one->known);
    if (is_temporal(one->known) && other->known == Known::String) return instead_of_text(*other, *one);
    if (is_temporal(one->known) && other->known == Known::Number) return "compare its year, month or day: x.year";
    if (one->known == Known::Number && other->known == Known::String) return instead_of_number(*other);
    if (one->known == Known::List) return "write ... IN list, or any(one IN list WHERE one = ...)";
  }
  return {};
}

std::string_view outcome(Comparison::Operator op) {
  if (op == Comparison::Operator::Equal) return "are never equal";
  return op == Comparison::Operator::NotEqual ? "always differ" : "have no order, and this is null";
}

std::string comparison_of(const Side& a, const Side& b, Comparison::Operator op) {
  const bool is_order = op > Comparison::Operator::NotEqual;
  if (a.known == Known::Null || b.known == Known::Null) {
    return "nothing is equal to null, or differs from it, or comes before it: the comparison is null. Write IS NULL or "
           "IS NOT NULL";
  }
  if (a.known == b.known && is_order) return "the comparison is null: " + without_order(a.known);
  const auto instead = remedy(a, b);
  return fmt::format("{} and {} {}{}{}", called(a.known), called(b.known), outcome(op), instead.empty() ? "" : ": ",
                     instead);
}

Known known_of(const Expression& e, StaticType type) {
  const auto* call = as<FunctionCall>(e);
  const bool is_made = call != nullptr && call->function != nullptr && type.kind == StaticKind::Temporal;
  return is_made ? made_by_function(call->function->name) : known_of(type.kind);
}

/// The type of an item in a list, without its surroundings: of a literal, or of the result of a function.
StaticType written_type(const Expression& e) {
  if (const auto* literal = as<Literal>(e)) return of(kind_of(literal->value));
  const auto* call = as<FunctionCall>(e);
  return call != nullptr && call->function != nullptr ? of(call->function->returns) : StaticType();
}

}  // namespace

/// Both sides of a comparison. The value of a parameter is looked at only if the other side is known, because the plan
/// can then be used only for parameters of the same type. No warning is given for a parameter that is null: the author
/// of the query did not choose the value.
class Resolver::Sides {
 public:
  Sides(Resolver& all, const Expression& a, StaticType type_of_a, const Expression& b, StaticType type_of_b)
      : a_{a, known_of(a, type_of_a)}, b_{b, known_of(b, type_of_b)} {
    const auto* left = as<ParameterRead>(a);
    const auto* right = as<ParameterRead>(b);
    if (left != nullptr && b_.known != Known::Nothing) a_.known = given(all, *left);
    if (right != nullptr && a_.known != Known::Nothing) b_.known = given(all, *right);
  }

  [[nodiscard]] bool may_be(Comparison::Operator op) const {
    return may_compare(a_.known, b_.known, op > Comparison::Operator::NotEqual);
  }
  [[nodiscard]] std::string why_not(Comparison::Operator op) const { return comparison_of(a_, b_, op); }
  [[nodiscard]] bool has_null() const { return a_.known == Known::Null || b_.known == Known::Null; }

 private:
  static Known given(Resolver& all, const ParameterRead& parameter) {
    const auto* value = all.looked_at(parameter);
    return value == nullptr || value->is_null() ? Known::Nothing : known_of(*value);
  }

  comparisons::Side a_;
  comparisons::Side b_;
};

void Resolver::warn_of_kinds(const Comparison& e, const std::vector<StaticType>& types) {
  for (std::size_t i = 0; i + 1 < e.operands.size(); ++i) {
    const Sides sides(*this, *e.operands[i], types[i], *e.operands[i + 1], types[i + 1]);
    if (!sides.may_be(e.operators[i])) add_warning(sides.why_not(e.operators[i]));
  }
}

void Resolver::warn_of_kinds(const Expression& one, StaticType type, const Expression& other, StaticType other_type) {
  const Sides sides(*this, one, type, other, other_type);
  if (!sides.may_be(Comparison::Operator::Equal)) add_warning(sides.why_not(Comparison::Operator::Equal));
}

void Resolver::warn_of_kinds(const Membership& e, StaticType item, StaticType list) {
  const auto* literal = as<ListLiteral>(*e.list);
  if (literal == nullptr) return warn_of_kinds(*e.item, item, *e.list, of(list.element));
  std::string why_not;
  for (const auto& one : literal->items) {
    const Sides sides(*this, *e.item, item, *one, written_type(*one));
    if (sides.has_null()) continue;
    if (sides.may_be(Comparison::Operator::Equal)) return;
    if (why_not.empty()) why_not = sides.why_not(Comparison::Operator::Equal);
  }
  if (!why_not.empty()) add_warning(std::move(why_not));
}

void Resolver::warn_of_kinds(const TextPredicate& e, StaticType text, StaticType part) {
  for (const auto& [side, type] : {std::pair(e.text.get(), text), std::pair(e.part.get(), part)}) {
    const auto known = known_of(*side, type);
    if (known == Known::Nothing || known == Known::String || known == Known::Null) continue;
    add_warning(fmt::format("{} is no string, and what looks into strings gives null: write toString(...) around it{}",
                            called(known), known == Known::List ? ", or ... IN list" : ""));
  }
}

}  // namespace treatygraph::queries::cypher
