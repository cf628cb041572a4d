// What the language means, by text files: a query, then what it answers.
//
//   RETURN 1 + 1 AS two
//   = two
//   = 2
//
//   RETURN x
//   ! compile time SyntaxError UndefinedVariable
//
// "= " lines are the answer as CSV, its head first; "? " is a piece of a warning, "~ " a piece of the error's message,
// "$ name json" a parameter. A query may take several lines; an empty line ends a case.

#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "queries/cypher/values/error_text.h"
#include "tests/support/drawing.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::queries::cypher {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

const std::filesystem::path kData = std::filesystem::path(testing::kSourceFolder) / "tests/queries/cypher/data";

struct Case {
  std::string query;
  Map parameters;
  std::string rows;
  std::string error;
  std::vector<std::string> messages;
  std::vector<std::string> warnings;
};

std::vector<Case> cases_in(const std::string& text) {
  std::vector<Case> cases(1);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    auto& one = cases.back();
    const auto rest = line.size() > 2 ? line.substr(2) : std::string();
    if (line.empty()) {
      if (!one.query.empty()) cases.emplace_back();
    } else if (line.starts_with("# ")) {
      continue;
    } else if (line.starts_with("=")) {
      one.rows += rest + "\n";
    } else if (line.starts_with("! ")) {
      one.error = rest;
    } else if (line.starts_with("~ ")) {
      one.messages.push_back(rest);
    } else if (line.starts_with("? ")) {
      one.warnings.push_back(rest);
    } else if (line.starts_with("$ ")) {
      const auto space = rest.find(' ');
      one.parameters.set(rest.substr(0, space), *value_of_json(rest.substr(space + 1)));
    } else {
      one.query += (one.query.empty() ? "" : "\n") + line;
    }
  }
  if (cases.back().query.empty()) cases.pop_back();
  return cases;
}

std::string error_line(const CypherError& error) {
  return (error.phase == Phase::Compile ? "compile time " : "runtime ") + error.type + " " + error.detail;
}

std::string csv_of(const Graph& graph, const StatementAnswer& answer) {
  auto text = formats::to_csv(rows_as_table(graph, answer));
  std::erase(text, '\r');
  return text;
}

class CypherData : public ::testing::TestWithParam<const char*> {
 protected:
  Graph graph_ = testing::graph_of(testing::bytes_of(kData / "lakes.graph"));
};

TEST_P(CypherData, answers_as_the_file_says) {
  const auto cases = cases_in(testing::bytes_of(kData / GetParam()));
  ASSERT_GT(cases.size(), 5U);
  for (const auto& one : cases) {
    SCOPED_TRACE(one.query);
    const auto answer = ask(graph_, {one.query, one.parameters}, Budget());
    if (!answer) {
      EXPECT_EQ(error_line(answer.error()), one.error) << explain(answer.error(), one.query);
      for (const auto& message : one.messages) EXPECT_THAT(explain(answer.error(), one.query), HasSubstr(message));
      continue;
    }
    EXPECT_EQ(one.error, "") << "no error, but " << csv_of(graph_, *answer);
    EXPECT_EQ(csv_of(graph_, *answer), one.rows);
    for (const auto& warning : one.warnings) EXPECT_THAT(answer->warnings, Contains(HasSubstr(warning)));
  }
}

INSTANTIATE_TEST_SUITE_P(Files, CypherData,
                         ::testing::Values("beyond.txt", "neo4j5.txt", "habits.txt", "clauses.txt", "errors.txt",
                                           "expressions.txt", "points.txt"));

}  // namespace
}  // namespace treatygraph::queries::cypher
