#pragma once
// Evaluates an expression in a row.

#include <vector>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/language/ast.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::cypher {

/// The values of all variables of a query. Every variable has its own slot, so all clauses work on one row without
/// copying it. Slots that are out of scope keep their old values and are not read.
using Row = std::vector<Value>;

class Execution;
class Profile;

/// What evaluation needs besides the row. It belongs to one run, and is used by one thread.
struct Context {
  EvaluationContext around;
  const Map& parameters;
  Budget& budget;
  Execution& execution;  ///< runs subqueries in expressions
  Profile* profile;      ///< counts rows and hits; null if they are not requested
};

/// The value of `expression`. The row is not constant, because loops in the expression write their variables to it.
/// Throws CypherError, and OutOfBudget if time or memory is used up.
[[nodiscard]] Value evaluate(const Expression& expression, Row& row, Context& context);
/// Whether a condition is true. Null counts as false; a value that is not a boolean is an error.
[[nodiscard]] bool is_met(const Expression& condition, Row& row, Context& context);

}  // namespace treatygraph::queries::cypher
