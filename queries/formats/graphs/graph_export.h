#pragma once
// Writes the whole graph as a stream.

#include <cstddef>
#include <memory>
#include <string>

#include "graph/graph.h"
#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/text/format.h"

namespace treatygraph::queries::formats {

/// Writes every node, with its official text, and every relationship, one piece at a time, so memory does not grow with
/// the graph. The export ends with a mark of the format (a closing bracket, or an "end" line with the counts), so that
/// a truncated export is not mistaken for a complete one.
class GraphExport {
 public:
  /// Makes a writer that appends to `out`; null if the format is not for whole graphs.
  using WriterOf = std::unique_ptr<GraphWriter> (*)(Format format, std::string& out);
  /// Fails for a format that `writer_of` has no writer for: those are the graph formats for answers only. `graph` must
  /// outlive the export.
  [[nodiscard]] static Result<GraphExport> of(const Graph& graph, Format format, WriterOf writer_of,
                                              std::string_view iri_base = kIriBase);

  /// Appends the next piece of about 64 KiB. False at the end. Must not be called again after an error.
  [[nodiscard]] Result<bool> next(std::string& piece);

 private:
  enum class Stage { Head, Nodes, Edges, Done };
  GraphExport(const Graph& graph, Format format, WriterOf writer_of, std::string_view iri_base);
  void begin();
  Result<void> write_some();
  Result<void> write_node(NodeId node);
  void write_edges_of(NodeId node);

  const Graph* graph_;
  std::unique_ptr<std::string> written_;  ///< the writer's output; stable if this object is moved
  std::unique_ptr<GraphWriter> writer_;
  std::string iri_base_;
  bool needs_columns_;
  Stage stage_ = Stage::Head;
  std::uint32_t position_ = 0;  ///< the next node, or the one whose relationships are next
};

}  // namespace treatygraph::queries::formats
