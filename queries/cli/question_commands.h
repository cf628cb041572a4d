#pragma once
// The answer to a question as the command line and its prompt print it.

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/graphs/graph_view.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

struct AnswerOptions {
  std::string format = "table";  ///< or any other
  std::string_view iri_base = formats::kIriBase;
  Budget budget;
  std::string layout = {};               ///< of drawings
  std::vector<std::string> fields = {};  ///< properties in the answer; empty: all
};

/// Warnings, and why the answer is not whole, go to stderr where the format has no place for them.
[[nodiscard]] Result<std::string> answer_to(const Question& question, const Graph& graph, Parameters parameters,
                                            const AnswerOptions& options);

}  // namespace treatygraph::queries
