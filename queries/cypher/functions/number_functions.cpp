#include "queries/cypher/functions/number_functions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/functions/rounding.h"

namespace treatygraph::queries::cypher {
namespace {

/// A function of one number that returns a float; null for null.
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

/// Halves round up, as in Neo4j: round(-1.5) is -1.0. floor(x + 0.5) would be wrong for the number just below one half,
/// whose sum rounds to 1.
double rounded_up_at_half(double number) {
  const auto below = std::floor(number);
  return number - below >= 0.5 ? below + 1 : below;
}

/// With a precision or mode, the printed decimal digits are rounded, as in Neo4j: round(1.005, 2) is 1.01.
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

}  // namespace

void add_number_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  constexpr KindSet kNumbers(K::Integer, K::Float);
  table.insert(table.end(), {
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
                            });
}

}  // namespace treatygraph::queries::cypher
