#include "queries/cypher/meaning/instead_of_neo4j.h"

#include <algorithm>
#include <array>
#include <span>

namespace treatygraph::queries::cypher {
namespace {

/// The advice for all names that begin with `prefix`.
struct Instead {
  std::string_view prefix;
  std::string_view write;
};

constexpr auto kInsteadOfFunctions = std::to_array<Instead>({
    {"db.nameFromElementId", "there is one graph here, so leave it out"},
    {"graph.", "there is one graph here, so leave USE and its functions out"},
    {"apoc.", "of APOC there are the procedures apoc.meta.schema, apoc.meta.data and apoc.meta.stats"},
    {"gds.", "centrality is CALL treaty.rank(), paths CALL treaty.paths(a, b)"},
    {"genai.", "there are no vectors of texts here; words are searched by CALL treaty.search('words')"},
    {"distance", "it is called point.distance()"},
});

/// The first entry whose prefix fits is used, so a longer prefix comes before a shorter one.
constexpr auto kInsteadOfProcedures = std::to_array<Instead>({
    {"db.index.fulltext.", "texts are searched by CALL treaty.search('words') YIELD node, score"},
    {"db.index.vector.", "there are no vectors here; words are searched by CALL treaty.search('words')"},
    {"db.awaitInde", "indexes are ready when a query looks for them; leave the call out"},
    {"db.resample", "indexes are ready when a query looks for them; leave the call out"},
    {"genai.", "there are no vectors here; words are searched by CALL treaty.search('words')"},
    {"gds.",
     "centrality is CALL treaty.rank(), cycles CALL treaty.cycles(), paths CALL treaty.paths(a, b) or MATCH "
     "SHORTEST 1"},
    {"apoc.path.", "write a pattern: (a)-[:TYPE]->{1,3}(b), or MATCH SHORTEST 1 for one path to each node"},
    {"apoc.neighbors.", "write a pattern, (a)-[:TYPE]->{1,3}(b), or CALL treaty.neighborhood(a, {depth: 2})"},
    {"apoc.algo.", "paths are MATCH SHORTEST 1 (a)-[:TYPE]-+(b), centrality CALL treaty.rank()"},
    {"apoc.search.", "texts are searched by CALL treaty.search('words')"},
    {"apoc.load.", "files are not read; hand rows over as a parameter, UNWIND $rows AS row"},
    {"db.indexes", "SHOW INDEXES lists them"},
    {"db.constraints", "SHOW CONSTRAINTS lists them"},
    {"dbms.functions", "SHOW FUNCTIONS lists them"},
    {"dbms.listConfig", "settings are options of the command line, treatygraph-server --help"},
    {"apoc.meta.graph", "CALL db.schema.visualization() draws labels and types"},
    {"dbms.checkConfigValue",
     "settings are options of the command line, treatygraph-server --help, and cannot be asked"},
    {"dbms.", "what there is of the database's own: SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'dbms'"},
    {"apoc.", "of APOC there are apoc.meta.schema, apoc.meta.data and apoc.meta.stats"},
    {"db.", "what there is of the database's own: SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'db'"},
});

std::string_view written_instead(std::string_view name, std::span<const Instead> known) {
  const auto found = std::ranges::find_if(known, [&](const Instead& one) { return name.starts_with(one.prefix); });
  return found == known.end() ? std::string_view() : found->write;
}

}  // namespace

std::string_view instead_of_function(std::string_view name) {
  const auto known = written_instead(name, kInsteadOfFunctions);
  if (!known.empty() || name.find('.') == std::string_view::npos) return known;
  return "users add no functions here; SHOW FUNCTIONS lists those there are";
}

std::string_view instead_of_procedure(std::string_view name) {
  return written_instead(name, kInsteadOfProcedures);
}

}  // namespace treatygraph::queries::cypher
