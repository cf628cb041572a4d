// treatygraph-query: openCypher and every question of the catalogue, asked of a treaties.db on the command line.
// Everything is in queries/cli.

#include "graph/program.h"
#include "queries/cli/command_line.h"
#include "queries/cli/query_program.h"

int main(int argc, char** argv) {
  using namespace treatygraph;
  return run_program("treatygraph-query", queries::kNoAnswer, [&] { return queries::run_query(argc, argv); });
}
