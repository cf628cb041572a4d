#pragma once
// Semantic analysis for one graph: variables become row slots, names become ids, and static errors are reported.

#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/functions/procedures.h"
#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

struct ResolvedQuery {
  std::vector<std::string> columns;     ///< columns of the answer
  std::vector<Slot> first_column;       ///< slots of the first UNION part; the others follow
  std::size_t slot_count = 0;           ///< slots of a row
  bool reads_clock = false;             ///< whether a function reads the clock
  std::vector<std::string> parameters;  ///< required parameters
  std::vector<std::string> warnings;    ///< labels, types and properties that do not exist in this graph
  /// Parameters whose types warnings depend on, with the types that were given.
  std::vector<std::pair<std::string, ValueType>> looked_at;
};

/// Fills in the members that ast.h marks "resolved". Throws CypherError.
[[nodiscard]] ResolvedQuery resolve(Query& query, const EvaluationContext& around, const Procedures& procedures,
                                    const Map& parameters);

}  // namespace treatygraph::queries::cypher
