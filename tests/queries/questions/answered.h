#pragma once
// Answers of questions, for tests.

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "graph/graph.h"
#include "graph/result.h"

namespace treatygraph::testing {

/// The answer itself: a refusal fails the test.
template <typename Answer>
Answer answered(Result<Answer> answer) {
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  return answer ? std::move(*answer) : Answer();
}

inline std::vector<std::string> keys(const Graph& graph, const std::vector<NodeId>& nodes) {
  std::vector<std::string> all;
  for (const auto node : nodes) all.emplace_back(graph.key(node));
  return all;
}

}  // namespace treatygraph::testing
