#pragma once
// Each question asked with parameters as names and values: what the catalogue points to.

#include "graph/graph.h"
#include "queries/catalogue/answer.h"
#include "queries/catalogue/parameters.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

[[nodiscard]] Result<Answer> ask_schema(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_treaties(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_treaty(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_participation(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_nodes(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_node(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_relationships(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_search(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_suggest(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_neighborhood(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_dependencies(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_paths(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_statements(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_critics(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_impact(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_coverage(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_compare(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_cycles(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_rank(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_quality(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_text(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_annotations(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_cite(const Graph& graph, const Parameters& parameters, const Budget& budget);
[[nodiscard]] Result<Answer> ask_state(const Graph& graph, const Parameters& parameters, const Budget& budget);

}  // namespace treatygraph::queries
