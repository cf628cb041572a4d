#pragma once
// Answers to questions as the command line and its prompt print them.

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/graphs/graph_view.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// How the answer is printed.
struct AnswerOptions {
  std::string format = "table";  ///< "table", or a name of formats::all_formats()
  std::string_view iri_base = formats::kIriBase;
  Budget budget;
  std::string layout = {};               ///< of drawings
  std::vector<std::string> fields = {};  ///< properties in the answer; empty: all
};

/// Asks the question and renders the answer. Warnings, and the reason if the answer is not complete, go to stderr if
/// the format has no place for them.
[[nodiscard]] Result<std::string> answer_to(const Question& question, const Graph& graph, Parameters parameters,
                                            const AnswerOptions& options);

}  // namespace treatygraph::queries
