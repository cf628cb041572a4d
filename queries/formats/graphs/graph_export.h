#pragma once
// The whole graph, streamed.

#include <cstddef>
#include <memory>
#include <string>

#include "graph/graph.h"
#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/text/format.h"

namespace treatygraph::queries::formats {

/// Writes every node, with its official text, and every relationship. Holds one piece at a time, whatever the size of
/// the graph, and ends in a mark of the format (a closing bracket, an "end" line with the counts), so that an export
/// that broke off does not pass for a whole one.
class GraphExport {
 public:
  /// Makes the writer of a format that appends to `out`; nullptr for a format that is not for whole graphs.
  using WriterOf = std::unique_ptr<GraphWriter> (*)(Format format, std::string& out);
  /// Any format that is for graphs, and json, ndjson and csv: those that `writer_of` has a writer for. `graph` must
  /// outlive it.
  [[nodiscard]] static Result<GraphExport> of(const Graph& graph, Format format, WriterOf writer_of,
                                              std::string_view iri_base = kIriBase);

  /// Appends the next piece, some 64 KiB; false when all has been written. Not to be called again after an error.
  [[nodiscard]] Result<bool> next(std::string& piece);

 private:
  enum class Stage { Head, Nodes, Edges, Done };
  GraphExport(const Graph& graph, Format format, WriterOf writer_of, std::string_view iri_base);
  void begin();
  Result<void> write_some();
  Result<void> write_node(NodeId node);
  void write_edges_of(NodeId node);

  const Graph* graph_;
  std::unique_ptr<std::string> written_;  ///< where the writer writes, also when this moves
  std::unique_ptr<GraphWriter> writer_;
  std::string iri_base_;
  bool needs_columns_;
  Stage stage_ = Stage::Head;
  std::uint32_t position_ = 0;  ///< of the node that is next, or whose relationships are
};

}  // namespace treatygraph::queries::formats
