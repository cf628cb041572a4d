#include "queries/cypher/functions/value_functions.h"

#include <cmath>
#include <random>

#include <fmt/format.h>

#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/order.h"
#include "queries/cypher/values/type_name.h"

namespace treatygraph::queries::cypher {
namespace {

Value value_type(const EvaluationContext& /*around*/, Arguments a) {
  return type_text(a[0]);
}

Value null_if(const EvaluationContext& /*around*/, Arguments a) {
  return equals(a[0], a[1]) == true ? Value() : a[0];
}

Value is_nan(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is_number()) type_error(fmt::format("isNaN() does not take {}", name_of(a[0].type())));
  return std::isnan(a[0].number());
}

/// A UUID of version 4 (RFC 9562, section 5.4): random, except for four bits of the version and two of the variant.
Value random_uuid(const EvaluationContext& /*around*/, Arguments /*a*/) {
  thread_local std::mt19937_64 engine(std::random_device{}());
  const std::uint64_t high = (engine() & ~0xF000ULL) | 0x4000ULL;
  const std::uint64_t low = (engine() & ~(3ULL << 62U)) | (2ULL << 62U);
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU, high & 0xFFFFU,
                     low >> 48U, low & 0xFFFFFFFFFFFFULL);
}

}  // namespace

void add_value_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  table.insert(table.end(), {
                                {"valueType", 1, 1, value_type, {}, K::String},
                                {"nullIf", 2, 2, null_if},
                                {"isNaN", 1, 1, is_nan, KindSet(K::Integer, K::Float), K::Boolean},
                                {"randomUUID", 0, 0, random_uuid, {}, K::String, true},
                            });
}

}  // namespace treatygraph::queries::cypher
