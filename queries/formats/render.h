#pragma once
// Renders an answer in the requested format.

#include <memory>
#include <string>

#include "graph/graph.h"
#include "queries/answer/answer.h"
#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/text/format.h"

namespace treatygraph::queries::formats {

/// The writer for whole graphs in that format; null if the format is not for whole graphs.
[[nodiscard]] std::unique_ptr<GraphWriter> export_writer(Format format, std::string& out);

/// How formats of graphs are written.
struct GraphOptions {
  Layout layout = Layout::None;
  std::string_view iri_base = kIriBase;  ///< of Turtle and JSON-LD
};

/// Renders the answer. JSON: one object with "snapshot", the answer's members, "warnings" and "truncated" (null if the
/// answer is complete). Graph formats need an answer that is a graph, and fail otherwise. HTML draws graphs and
/// tabulates other answers. BibTeX and CSL-JSON cite the listed items. `layout` gives nodes positions; Graphology and
/// React Flow, whose programs refuse nodes without one, always have them.
[[nodiscard]] Result<std::string> render(const Graph& graph, const Answer& answer, Format format,
                                         const GraphOptions& options = {});

/// Whether the format contains node positions, so that a layout applies.
[[nodiscard]] bool places_nodes(Format format);

}  // namespace treatygraph::queries::formats
