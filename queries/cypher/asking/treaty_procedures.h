#pragma once
// The procedures of a treaty graph: the questions of the catalogue as treaty.NAME, and those that drivers call in any
// graph database.

#include "queries/cypher/functions/procedures.h"

namespace treatygraph::queries::cypher {

/// Made on first use, and valid until the program ends.
[[nodiscard]] const Procedures& treaty_procedures();

}  // namespace treatygraph::queries::cypher
