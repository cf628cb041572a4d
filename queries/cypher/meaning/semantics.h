#pragma once
// Semantic analysis of a query for one graph. Variables get slots in the row, names get the ids of the graph, static
// errors are thrown, and each MATCH is planned. Queries that are valid but cannot find anything get warnings.

#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/functions/procedures.h"
#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// The results of the analysis that are not in the tree.
struct ResolvedQuery {
  std::vector<std::string> columns;     ///< columns of the answer
  std::vector<Slot> first_column;       ///< for each UNION part: the slot of its first column; its other columns follow
  std::size_t slot_count = 0;           ///< slots of a row
  bool reads_clock = false;             ///< whether a function reads the clock
  std::vector<std::string> parameters;  ///< required parameters
  std::vector<std::string> warnings;    ///< names that do not exist in this graph, and conditions that nothing meets
  /// The parameters whose types the warnings depend on, with the types that were given. A cached plan is not used for
  /// other types.
  std::vector<std::pair<std::string, ValueType>> looked_at;
};

/// Fills in the members of `query` that ast.h and expression.h mark "resolved". `parameters` must contain every
/// parameter that the query reads. Throws CypherError.
[[nodiscard]] ResolvedQuery resolve(Query& query, const EvaluationContext& around, const Procedures& procedures,
                                    const Map& parameters);

}  // namespace treatygraph::queries::cypher
