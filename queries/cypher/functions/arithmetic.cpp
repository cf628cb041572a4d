// calculate() tries the combinations of operand types in this order: lists, integers, numbers, strings, durations.

#include "queries/cypher/functions/arithmetic.h"

#include <cmath>

#include <fmt/format.h>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/values/temporal.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

std::string_view symbol_of(ArithmeticOperator op) {
  switch (op) {
    case ArithmeticOperator::Add:
      return "+";
    case ArithmeticOperator::Subtract:
      return "-";
    case ArithmeticOperator::Multiply:
      return "*";
    case ArithmeticOperator::Divide:
      return "/";
    case ArithmeticOperator::Modulo:
      return "%";
    case ArithmeticOperator::Power:
      break;
  }
  return "^";
}

[[noreturn]] void overflow() {
  runtime_error("ArithmeticError", "IntegerOverflow", "the result is out of the range of 64 bits; use floats");
}

Value integers(ArithmeticOperator op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  switch (op) {
    case ArithmeticOperator::Add:
      if (__builtin_add_overflow(a, b, &result)) overflow();
      return result;
    case ArithmeticOperator::Subtract:
      if (__builtin_sub_overflow(a, b, &result)) overflow();
      return result;
    case ArithmeticOperator::Multiply:
      if (__builtin_mul_overflow(a, b, &result)) overflow();
      return result;
    case ArithmeticOperator::Divide:
    case ArithmeticOperator::Modulo:
      if (b == 0) runtime_error("ArithmeticError", "DivisionByZero", "division by zero");
      // INT64_MIN / -1 overflows, and INT64_MIN % -1 traps on common processors.
      if (b == -1) {
        if (op == ArithmeticOperator::Modulo) return 0;
        if (__builtin_sub_overflow(std::int64_t{0}, a, &result)) overflow();
        return result;
      }
      return op == ArithmeticOperator::Divide ? a / b : a % b;
    case ArithmeticOperator::Power:
      break;
  }
  return std::pow(static_cast<double>(a), static_cast<double>(b));
}

Value floats(ArithmeticOperator op, double a, double b) {
  switch (op) {
    case ArithmeticOperator::Add:
      return a + b;
    case ArithmeticOperator::Subtract:
      return a - b;
    case ArithmeticOperator::Multiply:
      return a * b;
    case ArithmeticOperator::Divide:
      return a / b;
    case ArithmeticOperator::Modulo:
      return std::fmod(a, b);
    case ArithmeticOperator::Power:
      break;
  }
  return std::pow(a, b);
}

/// The items of two lists; a value that is not a list is a single item: [1] + 2.
Value joined(const Value& left, const Value& right) {
  const auto size_of = [](const Value& value) { return value.is(ValueType::List) ? value.list().size() : 1; };
  BudgetInForce::spend(size_of(left) + size_of(right));
  ValueList list;
  list.reserve(size_of(left) + size_of(right));
  const auto add = [&](const Value& value) {
    if (value.is(ValueType::List)) {
      list.insert(list.end(), value.list().begin(), value.list().end());
    } else {
      list.push_back(value);
    }
  };
  add(left);
  add(right);
  return list;
}

/// Whether the value may be added to a string, which converts it: 'article ' + 5.
bool is_text_of_sum(const Value& value) {
  return value.is(ValueType::String) || value.is_number() || value.is(ValueType::Boolean) || is_temporal(value.type());
}

/// Whether it is a sum or difference with a duration: date + duration, duration + date, duration - duration.
bool is_duration_sum(ArithmeticOperator op, const Value& left, const Value& right) {
  if (op != ArithmeticOperator::Add && op != ArithmeticOperator::Subtract) return false;
  if (right.is(ValueType::Duration)) return is_temporal(left.type());
  return op == ArithmeticOperator::Add && left.is(ValueType::Duration) && is_temporal(right.type());
}

}  // namespace

Value calculate(ArithmeticOperator op, const Value& left, const Value& right) {
  if (op == ArithmeticOperator::Add && (left.is(ValueType::List) || right.is(ValueType::List))) {
    if ((left.is_null() && right.is(ValueType::List)) || (right.is_null() && left.is(ValueType::List))) return {};
    return joined(left, right);
  }
  if (left.is_null() || right.is_null()) return {};
  if (left.is(ValueType::Integer) && right.is(ValueType::Integer)) return integers(op, left.integer(), right.integer());
  if (left.is_number() && right.is_number()) return floats(op, left.number(), right.number());
  if (op == ArithmeticOperator::Add && (left.is(ValueType::String) || right.is(ValueType::String)) &&
      is_text_of_sum(left) && is_text_of_sum(right)) {
    auto text = text_of(left);
    text += text_of(right);
    BudgetInForce::spend_on_text(text.size());
    return text;
  }
  if (is_duration_sum(op, left, right)) {
    if (!right.is(ValueType::Duration)) return add_duration(right, left.as<Duration>(), 1);
    return add_duration(left, right.as<Duration>(), op == ArithmeticOperator::Add ? 1 : -1);
  }
  if (op == ArithmeticOperator::Multiply && left.is(ValueType::Duration) && right.is_number()) {
    return scale_duration(left.as<Duration>(), right.number());
  }
  if (op == ArithmeticOperator::Multiply && right.is(ValueType::Duration) && left.is_number()) {
    return scale_duration(right.as<Duration>(), left.number());
  }
  if (op == ArithmeticOperator::Divide && left.is(ValueType::Duration) && right.is_number()) {
    return divide_duration(left.as<Duration>(), right);
  }
  type_error(fmt::format("{} does not take {} and {}", symbol_of(op), name_of(left.type()), name_of(right.type())));
}

Value concatenated(const Value& left, const Value& right) {
  if (left.is_null() || right.is_null()) return {};
  if (left.is(ValueType::List) && right.is(ValueType::List)) return joined(left, right);
  if (!left.is(ValueType::String) || !right.is(ValueType::String)) {
    type_error(
        fmt::format("|| takes two strings or two lists, not {} and {}", name_of(left.type()), name_of(right.type())));
  }
  BudgetInForce::spend_on_text(left.string().size() + right.string().size());
  return std::string(left.string()).append(right.string());
}

Value negated(const Value& value) {
  if (value.is_null()) return {};
  if (value.is(ValueType::Integer)) return integers(ArithmeticOperator::Subtract, 0, value.integer());
  if (value.is(ValueType::Float)) return -value.floating();
  if (value.is(ValueType::Duration)) return scale_duration(value.as<Duration>(), -1);
  type_error(fmt::format("- does not take {}", name_of(value.type())));
}

}  // namespace treatygraph::queries::cypher
