#pragma once
// Aggregation before the join: what does no more with the ends of a match than count them needs no row for each.

#include <memory>

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Where `projection` only counts what the last step of the match before it finds, that step counts its hops instead of
/// handing on each, and `projection` learns in which slot it finds how many rows a row stands for.
/// (Yan and Larson, Eager Aggregation and Lazy Aggregation, VLDB 1995: the count is pushed below the join.)
void count_last_hop(MatchClause& match, ProjectionClause& projection);

}  // namespace treatygraph::queries::cypher
