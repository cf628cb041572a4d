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

/// JSON: one object with "snapshot", the answer's members, "warnings" and "truncated" (null if the answer is complete).
/// Graph formats accept answers that are graphs; the error names the questions that have one. HTML draws those and
/// tabulates the others. BibTeX and CSL-JSON cite the listed items. `layout` gives the nodes of graph formats
/// positions; formats whose programs refuse nodes without a position always have them.
[[nodiscard]] Result<std::string> render(const Graph& graph, const Answer& answer, Format format,
                                         const GraphOptions& options = {});

/// Whether the format contains node positions, so that a layout applies.
[[nodiscard]] bool places_nodes(Format format);

}  // namespace treatygraph::queries::formats
