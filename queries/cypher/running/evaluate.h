#pragma once
// The value of an expression in a row.

#include <vector>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/language/ast.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::cypher {

/// Every variable of a query has its slot; those that a clause does not see hold what they held.
using Row = std::vector<Value>;

class Execution;
class Profile;

/// What evaluation needs besides the row. Of one run of one query.
struct Context {
  EvaluationContext around;
  const Map& parameters;
  Budget& budget;
  Execution& execution;  ///< runs the queries inside of expressions
  Profile* profile;      ///< counts, where somebody asks
};

/// The row is written to where the expression has loops of its own. Errors are CypherError.
[[nodiscard]] Value evaluate(const Expression& expression, Row& row, Context& context);
/// A condition: null counts as false; anything else than a boolean is an error.
[[nodiscard]] bool is_met(const Expression& condition, Row& row, Context& context);

}  // namespace treatygraph::queries::cypher
