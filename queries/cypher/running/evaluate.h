#pragma once
// The value of an expression in a row.

#include <vector>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/language/ast.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::cypher {

/// Every variable of a query has its own slot; slots out of scope keep their old values.
using Row = std::vector<Value>;

class Execution;
class Profile;

/// The state of one run that evaluation needs besides the row.
struct Context {
  EvaluationContext around;
  const Map& parameters;
  Budget& budget;
  Execution& execution;  ///< runs subqueries in expressions
  Profile* profile;      ///< counts, if requested
};

/// Loops in the expression write to their slots in the row. Errors are CypherError.
[[nodiscard]] Value evaluate(const Expression& expression, Row& row, Context& context);
/// Evaluates a condition: null is false; a non-boolean is an error.
[[nodiscard]] bool is_met(const Expression& condition, Row& row, Context& context);

}  // namespace treatygraph::queries::cypher
