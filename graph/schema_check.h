#pragma once
// Checks that a file has the tables of treaties.db, and nothing that SQLite would execute when they are read.

#include "graph/database_schema.h"
#include "graph/result.h"
#include "graph/sqlite.h"

namespace treatygraph {

/// The columns of a file whose tables, indexes and virtual tables are, word by word, those that we would make for these
/// columns. The error, Corrupt, names one that is not: a view in the place of a table, a generated column, a trigger, a
/// virtual table of another module. Reads little, however large or endless the file makes itself.
[[nodiscard]] Result<DatabaseSchema> checked_schema(sqlite::Connection& db);

}  // namespace treatygraph
