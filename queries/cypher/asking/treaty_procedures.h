#pragma once
// The procedures of a treaty graph: the questions of the catalogue under the names of their routes, and what drivers
// ask any graph database.

#include "queries/cypher/functions/procedures.h"

namespace treatygraph::queries::cypher {

[[nodiscard]] const Procedures& treaty_procedures();

}  // namespace treatygraph::queries::cypher
