#include "queries/cypher/language/other_languages.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/nearest.h"

namespace treatygraph::queries::cypher {
namespace {

/// A word, in capitals, and the advice for it.
struct Instead {
  std::string_view found;
  std::string_view write;
};

constexpr std::array<Instead, 13> kOfSql = {
    {{"SELECT", "in Cypher: MATCH (a:Article) RETURN a.key"},
     {"FROM", "in Cypher, what is looked for comes first: MATCH (a:Article) RETURN a.key"},
     {"JOIN", "in Cypher a pattern joins: MATCH (a)-[:TYPE]->(b)"},
     {"GROUP", "leave GROUP BY out: the columns beside an aggregate in RETURN or WITH make the groups"},
     {"HAVING", "write WITH x, count(*) AS n WHERE n > 3 RETURN x, n"},
     {"LIKE", "write CONTAINS, STARTS WITH, ENDS WITH, or =~ and a regular expression"},
     {"ILIKE", "write toLower(x) CONTAINS 'words', or =~ '(?i).*words.*'"},
     {"BETWEEN", "write 1 <= x <= 5"},
     {"NULLS", "null comes last, and first in descending order: ORDER BY x IS NULL, x DESC puts it last"},
     {"DESCRIBE", "CALL db.schema.nodeTypeProperties() tells what there is"},
     {"&&", "write AND"},
     {"&", "write AND"},
     {":", "commands that begin with a colon are a client's own; parameters are given beside the query"}}};

constexpr std::string_view kNoUsers = "there are no users here: whoever reaches the graph may read all of it";
constexpr std::string_view kStatements =
    "of a server, GET /openCypher/status lists the statements that run, and DELETE /openCypher/status/ID stops one";
constexpr std::array<Instead, 10> kOfShow = {{{"USER", kNoUsers},
                                              {"USERS", kNoUsers},
                                              {"CURRENT", kNoUsers},
                                              {"ROLE", kNoUsers},
                                              {"ROLES", kNoUsers},
                                              {"POPULATED", kNoUsers},
                                              {"PRIVILEGE", kNoUsers},
                                              {"PRIVILEGES", kNoUsers},
                                              {"TRANSACTION", kStatements},
                                              {"TRANSACTIONS", kStatements}}};

constexpr std::array<std::string_view, 14> kClauseWords = {"MATCH",  "OPTIONAL", "UNWIND", "WITH",  "CALL",
                                                           "RETURN", "UNION",    "WHERE",  "ORDER", "SKIP",
                                                           "LIMIT",  "FILTER",   "FOR",    "LET"};

}  // namespace

std::string remedy_for(std::string_view before, std::string_view found, std::string_view wanted) {
  if (before == "=" && found == "=") return "; equality is written with one =";
  const auto word = upper_case(found);
  if (wanted == kShown) {
    const auto* known = std::ranges::find(kOfShow, word, &Instead::found);
    return known == kOfShow.end() ? std::string() : fmt::format("; {}", known->write);
  }
  if (wanted != kClauses) return {};
  if (const auto* known = std::ranges::find(kOfSql, word, &Instead::found); known != kOfSql.end())
    return fmt::format("; {}", known->write);
  // A short word is similar to nearly every other short word, so no keyword is suggested for it.
  constexpr std::size_t kShortest = 4;
  if (word.size() < kShortest) return {};
  const auto near = nearest_of(word, {kClauseWords.begin(), kClauseWords.end()}, 1);
  return near.empty() ? std::string() : fmt::format("; did you mean {}?", near[0]);
}

}  // namespace treatygraph::queries::cypher
