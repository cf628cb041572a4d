// A state machine: head, all nodes, all relationships, end. Each call of next() continues where the last one stopped,
// and stops when the piece is large enough. Formats with declared columns (CSV, GraphML, GEXF) take them from the
// schema, which is known without reading the graph twice.

#include "queries/formats/graphs/graph_export.h"

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/questions/schema.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::size_t kPiece = 64UL * 1024;  // bytes of a piece, roughly

/// A property that has values of several kinds in the graph is text.
ColumnType type_of(const PropertySummary& property) {
  if (property.kinds.size() != 1) return ColumnType::Text;
  const std::string_view kind = property.kinds.front();
  if (kind == "boolean") return ColumnType::Boolean;
  if (kind == "integer") return ColumnType::Integer;
  return kind == "float" ? ColumnType::Real : ColumnType::Text;
}

/// Adds the columns of nodes without a label: the schema does not know their properties. Such nodes are few, so each is
/// looked at.
void add_unlabelled(const Graph& graph, Columns& columns) {
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    if (graph.labels_of(NodeId{i}).empty()) columns.add(view_of(graph, NodeId{i}).properties);
  }
}

/// Columns are expensive and are computed only for formats that need them.
GraphHead head_of(const Graph& graph, bool needs_columns) {
  GraphHead head;
  head.snapshot = graph.snapshot();
  if (!needs_columns) return head;
  const auto& schema = schema_of(graph);
  for (const auto& label : schema.labels) {
    for (const auto& property : label.properties) head.node_columns.add(property.name, type_of(property));
  }
  add_unlabelled(graph, head.node_columns);
  head.node_columns.add(std::string(property::kText), ColumnType::Text);
  for (const auto& type : schema.types) {
    for (const auto& property : type.properties) head.edge_columns.add(property.name, type_of(property));
  }
  return head;
}

}  // namespace

Result<GraphExport> GraphExport::of(const Graph& graph, Format format, WriterOf writer_of, std::string_view iri_base) {
  GraphExport whole(graph, format, writer_of, iri_base);
  if (whole.writer_) return whole;
  return fail(ErrorCode::InvalidArgument,
              fmt::format("{} is no format for a whole graph; json, ndjson, csv, graphml, gexf, turtle, jsonld, dot, "
                          "cytoscape, graphology and jgf are",
                          spec_of(format).name));
}

GraphExport::GraphExport(const Graph& graph, Format format, WriterOf writer_of, std::string_view iri_base)
    : graph_(&graph),
      written_(std::make_unique<std::string>()),
      writer_(writer_of(format, *written_)),
      iri_base_(iri_base),
      needs_columns_(format == Format::Csv || format == Format::Graphml || format == Format::Gexf) {}

Result<bool> GraphExport::next(std::string& piece) {
  written_->clear();
  while (stage_ != Stage::Done && written_->size() < kPiece) {
    if (auto written = write_some(); !written) return fail(written.error());
  }
  piece += *written_;
  return stage_ != Stage::Done;
}

/// Writes one element, or moves on to the next stage.
Result<void> GraphExport::write_some() {
  const bool at_end = position_ == graph_->node_count();
  switch (stage_) {
    case Stage::Head:
      begin();
      stage_ = Stage::Nodes;
      break;
    case Stage::Nodes:
      if (!at_end) return write_node(NodeId{position_++});
      writer_->begin_edges();
      stage_ = Stage::Edges;
      position_ = 0;
      break;
    case Stage::Edges:
      if (!at_end) {
        write_edges_of(NodeId{position_++});
        break;
      }
      writer_->end();
      stage_ = Stage::Done;
      break;
    case Stage::Done:
      break;
  }
  return {};
}

void GraphExport::begin() {
  auto head = head_of(*graph_, needs_columns_);
  head.iri_base = iri_base_;
  writer_->begin(head);
}

/// Official texts are read from treaties.db one by one; reading can fail.
Result<void> GraphExport::write_node(NodeId node) {
  auto view = view_of(*graph_, node);
  auto text = graph_->text(node);
  if (!text) return fail(text.error());
  if (!text->empty()) view.properties.emplace_back(property::kText, std::move(*text));
  writer_->node(view);
  return {};
}

/// Relationships in the order of their sources, so each is written once.
void GraphExport::write_edges_of(NodeId node) {
  for (std::size_t type = 0; type < graph_->types().size(); ++type) {
    for (const auto hop : graph_->out(node, static_cast<TypeId>(type))) {
      writer_->edge(view_of(*graph_, hop.relationship));
    }
  }
}

}  // namespace treatygraph::queries::formats
