#pragma once
// Answers of Cypher queries, for tests.

#include <utility>

#include <gtest/gtest.h>

#include "queries/cypher/asking/statement.h"
#include "queries/cypher/values/error_text.h"

namespace treatygraph::testing {

/// The answer itself: an error fails the test.
inline queries::cypher::StatementAnswer answer_to(const Graph& graph, const queries::cypher::Statement& statement) {
  auto answer = queries::cypher::ask(graph, statement, queries::Budget());
  EXPECT_TRUE(answer) << (answer ? "" : queries::cypher::explain(answer.error(), statement.text));
  return answer ? std::move(*answer) : queries::cypher::StatementAnswer();
}

}  // namespace treatygraph::testing
