#include "queries/formats/graphs/graph_writer.h"

#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

/// What a node or an edge costs in steps of the budget: about ten microseconds, most of it for the names of its
/// properties.
constexpr std::size_t kStepsToWrite = 32;

}  // namespace

std::string write_graph(const GraphView& view, std::unique_ptr<GraphWriter> (*writer_into)(std::string& out)) {
  std::string text;
  const auto writer = writer_into(text);
  writer->begin(view.head);
  for (const auto& node : view.nodes) {
    BudgetInForce::spend(kStepsToWrite);
    writer->node(node);
  }
  writer->begin_edges();
  for (const auto& edge : view.edges) {
    BudgetInForce::spend(kStepsToWrite);
    writer->edge(edge);
  }
  writer->end();
  return text;
}

}  // namespace treatygraph::queries::formats
