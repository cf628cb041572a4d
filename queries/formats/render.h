#pragma once
// An answer as bytes, in the format that was asked for.

#include <memory>
#include <string>

#include "graph/graph.h"
#include "queries/catalogue/answer.h"
#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/text/format.h"

namespace treatygraph::queries::formats {

/// What writes a whole graph in that format; none for those that are not for whole graphs.
[[nodiscard]] std::unique_ptr<GraphWriter> export_writer(Format format, std::string& out);

/// How formats of graphs are written.
struct GraphOptions {
  Layout layout = Layout::None;
  std::string_view iri_base = kIriBase;  ///< of Turtle and JSON-LD
};

/// JSON: one object with "snapshot", the answer's members, "warnings" and "truncated" (null while the answer is whole).
/// Graph formats take answers that are graphs: the error names the questions that have one. HTML draws those, and
/// tabulates the others. BibTeX and CSL-JSON cite what is listed. A layout gives the nodes of graph formats positions;
/// formats whose programs refuse nodes without them always have some.
[[nodiscard]] Result<std::string> render(const Graph& graph, const Answer& answer, Format format,
                                         const GraphOptions& options = {});

/// Whether the format says where nodes stand: a layout is for these.
[[nodiscard]] bool places_nodes(Format format);

}  // namespace treatygraph::queries::formats
