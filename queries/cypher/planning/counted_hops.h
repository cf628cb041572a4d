#pragma once
// Eager aggregation: if the ends of a match are only counted, no row is made for each.

#include <memory>

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// If `projection` only counts what the last step of the preceding match finds, that step counts its hops instead of
/// emitting each, and `projection` gets the slot with the number of rows that a row represents. (Yan and Larson, Eager
/// Aggregation and Lazy Aggregation, VLDB 1995: the count is pushed below the join.)
void count_last_hop(MatchClause& match, ProjectionClause& projection);

}  // namespace treatygraph::queries::cypher
