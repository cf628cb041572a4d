#pragma once
// What clients ask any graph database first: db.labels, db.schema.*, dbms.components, apoc.meta.*, and the rows of
// SHOW.

#include "queries/cypher/functions/procedures.h"

namespace treatygraph::queries::cypher {

/// Columns are those of Neo4j 5 and of its APOC library.
void add_graph_procedures(Procedures& all);

/// The rows of SHOW FUNCTIONS, SHOW PROCEDURES and so on; `all` is the list shown.
void add_show_procedures(Procedures& all);

/// "treaty.rank(options :: MAP?) :: (node :: NODE?, score :: FLOAT?)"
[[nodiscard]] std::string signature(const Procedure& procedure);

}  // namespace treatygraph::queries::cypher
