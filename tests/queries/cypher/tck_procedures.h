#pragma once
// The procedures that a scenario brings along: tables that are looked up by their input columns.

#include "queries/cypher/functions/procedures.h"
#include "tests/queries/cypher/tck_scenario.h"

namespace treatygraph::testing {

[[nodiscard]] queries::cypher::Procedure procedure_of(const TckProcedure& table);

}  // namespace treatygraph::testing
