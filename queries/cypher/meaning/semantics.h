#pragma once
// What a query means in one graph: variables become slots of a row, names become ids, and what the text alone shows to
// be wrong is an error here.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/functions/procedures.h"
#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

struct ResolvedQuery {
  std::vector<std::string> columns;     ///< of the answer
  std::vector<Slot> first_column;       ///< where each part of a UNION leaves the first; the others follow it
  std::size_t slot_count = 0;           ///< of a row
  bool reads_clock = false;             ///< a function asks what time it is
  std::vector<std::string> parameters;  ///< that must be given
  std::vector<std::string> warnings;    ///< labels, types and properties that this graph does not have
};

/// Fills in what ast.h calls resolved. Throws CypherError.
[[nodiscard]] ResolvedQuery resolve(Query& query, const EvaluationContext& around, const Procedures& procedures,
                                    const Map& parameters);

}  // namespace treatygraph::queries::cypher
