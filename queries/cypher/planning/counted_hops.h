#pragma once
// Eager aggregation: if a query only counts the ends of a match, the match does not make a row for each end.

#include <memory>

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// MATCH (a:Article)-[:REFERS_TO]->(b) RETURN a.key, count(b) needs one row for each `a`, not one for each `b`. If
/// `projection` only counts what the last step of the preceding `match` finds, that step is marked to count its hops,
/// and `projection.times` becomes the slot with the number of rows that a row stands for. Otherwise nothing changes.
/// Yan and Larson, "Eager Aggregation and Lazy Aggregation", VLDB 1995: the count is pushed below the join.
void count_last_hop(MatchClause& match, ProjectionClause& projection);

}  // namespace treatygraph::queries::cypher
