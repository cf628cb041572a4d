#pragma once
// Procedures about the graph itself, which clients and drivers call first: db.labels, db.schema.*, dbms.components,
// apoc.meta.* and so on; and those that make the rows of SHOW.

#include "queries/cypher/functions/procedures.h"

namespace treatygraph::queries::cypher {

/// Adds db.*, dbms.* and apoc.*. Their columns are those of Neo4j 5 and of its APOC library.
void add_graph_procedures(Procedures& all);

/// Adds the procedures that make the rows of SHOW FUNCTIONS, SHOW PROCEDURES and so on. Queries cannot call them.
void add_show_procedures(Procedures& all);

/// A procedure as SHOW PROCEDURES writes it: "treaty.rank(options :: MAP?) :: (node :: NODE?, score :: FLOAT?)".
[[nodiscard]] std::string signature(const Procedure& procedure);

}  // namespace treatygraph::queries::cypher
