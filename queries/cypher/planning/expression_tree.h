#pragma once
// Walks over expressions.

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Calls `visit` with each direct part that is there.
template <typename Visit>
void for_each_part(Expression& expression, Visit visit) {
  for (auto& argument : expression.arguments) {
    if (argument) visit(argument);
  }
}

/// Whether both say the same: `a.name` and `a . name`, without looking at where they stand.
[[nodiscard]] bool same_expression(const Expression& a, const Expression& b);
/// Whether it is count(*), or a call of an aggregate.
[[nodiscard]] bool is_aggregate(const Expression& expression);
[[nodiscard]] bool contains_aggregate(const Expression& expression);
/// Whether it reads a variable of the row.
[[nodiscard]] bool contains_variable(const Expression& expression);
/// The slots that it reads, those of its own loops among them.
void collect_slots(const Expression& expression, std::vector<Slot>& slots);

}  // namespace treatygraph::queries::cypher
