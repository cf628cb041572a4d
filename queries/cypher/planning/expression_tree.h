#pragma once
// Questions about whole expressions.

#include "queries/cypher/language/expression_parts.h"

namespace treatygraph::queries::cypher {

/// Structural equality: `a.name` equals `a . name`, whatever their positions.
[[nodiscard]] bool same_expression(const Expression& a, const Expression& b);
/// Whether it is count(*), or a call of an aggregate.
[[nodiscard]] bool is_aggregate(const Expression& expression);
[[nodiscard]] bool contains_aggregate(const Expression& expression);
/// Whether it reads a variable of the row.
[[nodiscard]] bool contains_variable(const Expression& expression);
/// The slots in which the expression itself puts values, those of its loops, for example.
void collect_own_slots(const Expression& expression, std::vector<Slot>& slots);
/// The slots that it reads, including those of its own loops.
void collect_slots(const Expression& expression, std::vector<Slot>& slots);

}  // namespace treatygraph::queries::cypher
