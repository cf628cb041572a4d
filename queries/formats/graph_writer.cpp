#include "queries/formats/graph_writer.h"

namespace treatygraph::queries::formats {

std::string write_graph(const GraphView& view, std::unique_ptr<GraphWriter> (*writer_into)(std::string& out)) {
  std::string text;
  const auto writer = writer_into(text);
  writer->begin(view.head);
  for (const auto& node : view.nodes) writer->node(node);
  writer->begin_edges();
  for (const auto& edge : view.edges) writer->edge(edge);
  writer->end();
  return text;
}

}  // namespace treatygraph::queries::formats
