#pragma once
// Questions about whole expression trees. All functions are linear in the tree and charge their work to the budget.

#include "queries/cypher/language/expression_parts.h"

namespace treatygraph::queries::cypher {

/// Structural equality: `a.name` equals `a . name`, wherever they are. Expressions with patterns or subqueries are
/// never equal.
[[nodiscard]] bool same_expression(const Expression& a, const Expression& b);
/// Whether the expression itself is count(*) or the call of an aggregate.
[[nodiscard]] bool is_aggregate(const Expression& expression);
/// Whether it is an aggregate, or contains one in any part.
[[nodiscard]] bool contains_aggregate(const Expression& expression);
/// Whether it may read a variable of the row. Patterns and subqueries count as reading one.
[[nodiscard]] bool contains_variable(const Expression& expression);
/// Appends the slots that the expression itself writes: the variable of a loop, for example. Does not look into its
/// parts.
void collect_own_slots(const Expression& expression, std::vector<Slot>& slots);
/// Appends the slots that the expression reads, including those of its own loops. May append a slot twice.
void collect_slots(const Expression& expression, std::vector<Slot>& slots);

}  // namespace treatygraph::queries::cypher
