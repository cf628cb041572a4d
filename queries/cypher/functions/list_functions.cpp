#include "queries/cypher/functions/list_functions.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/functions/arguments.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

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

/// The greatest length of a range. It is checked before memory is allocated.
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
  // Unsigned, because the distance of two 64-bit integers may need 64 bits without a sign.
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

}  // namespace

void add_list_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  constexpr KindSet kLists(K::List);
  // No limit in practice.
  constexpr std::size_t kMany = 1'000'000;
  table.insert(table.end(), {
                                {"head", 1, 1, head, kLists},
                                {"last", 1, 1, last, kLists},
                                {"tail", 1, 1, tail, kLists, K::List},
                                {"range", 2, 3, range, {}, K::List},
                                {"coalesce", 1, kMany, coalesce},
                            });
}

}  // namespace treatygraph::queries::cypher
