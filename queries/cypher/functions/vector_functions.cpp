#include "queries/cypher/functions/vector_functions.h"

#include <cmath>

#include <fmt/format.h>

#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/values/error.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// A list of numbers in single precision, as Neo4j's vectors are, so that results agree to the last digit.
std::vector<float> vector_of(std::string_view function, const Value& value) {
  if (!value.is(ValueType::List)) {
    type_error(fmt::format("{}() takes lists of numbers, not {}", function, name_of(value.type())));
  }
  if (value.list().empty()) runtime_error("ArgumentError", "InvalidArgumentValue", "a vector has one number at least");
  std::vector<float> numbers;
  numbers.reserve(value.list().size());
  for (const auto& item : value.list()) {
    BudgetInForce::spend();
    const auto number = item.is_number() ? static_cast<float>(item.number()) : 0;
    if (!item.is_number() || !std::isfinite(number)) {
      runtime_error("ArgumentError", "InvalidArgumentValue",
                    fmt::format("{}() takes lists of finite numbers, not of {}", function, name_of(item.type())));
    }
    numbers.push_back(number);
  }
  return numbers;
}

struct Pair {
  std::vector<float> a;
  std::vector<float> b;
};

Pair pair_of(std::string_view function, Arguments arguments) {
  Pair pair{vector_of(function, arguments[0]), vector_of(function, arguments[1])};
  if (pair.a.size() != pair.b.size()) {
    runtime_error("ArgumentError", "InvalidArgumentValue",
                  fmt::format("the vectors have {} and {} numbers; {}() takes two of the same length", pair.a.size(),
                              pair.b.size(), function));
  }
  return pair;
}

/// (1 + cosine of the angle) / 2, so it is from 0 to 1.
Value cosine(const EvaluationContext& /*around*/, Arguments arguments) {
  if (arguments[0].is_null() || arguments[1].is_null()) return {};
  const auto [a, b] = pair_of("vector.similarity.cosine", arguments);
  float product = 0;
  float length_a = 0;
  float length_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    product += a[i] * b[i];
    length_a += a[i] * a[i];
    length_b += b[i] * b[i];
  }
  const auto lengths = std::sqrt(static_cast<double>(length_a)) * std::sqrt(static_cast<double>(length_b));
  if (!(lengths > 0) || !std::isfinite(lengths)) {
    runtime_error("ArgumentError", "InvalidArgumentValue",
                  "the cosine of a vector is known where its length is finite and above 0");
  }
  return (1 + static_cast<double>(product) / lengths) / 2;
}

/// 1 / (1 + squared distance).
Value euclidean(const EvaluationContext& /*around*/, Arguments arguments) {
  if (arguments[0].is_null() || arguments[1].is_null()) return {};
  const auto [a, b] = pair_of("vector.similarity.euclidean", arguments);
  float squares = 0;
  for (std::size_t i = 0; i < a.size(); ++i) squares += (a[i] - b[i]) * (a[i] - b[i]);
  return static_cast<double>(1 / (1 + squares));
}

}  // namespace

void add_vector_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  table.insert(table.end(), {
                                {"vector.similarity.cosine", 2, 2, cosine, KindSet(K::List), K::Float},
                                {"vector.similarity.euclidean", 2, 2, euclidean, KindSet(K::List), K::Float},
                            });
}

}  // namespace treatygraph::queries::cypher
