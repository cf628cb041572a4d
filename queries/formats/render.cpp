// Each format has a writer, so this file only chooses: rows and JSON come from the answer itself, graph formats from
// its view, citations from its works.

#include "queries/formats/render.h"

#include <fmt/format.h>

#include "queries/formats/answers/bibliography.h"
#include "queries/formats/answers/html.h"
#include "queries/formats/answers/json_answers.h"
#include "queries/formats/answers/table_answers.h"
#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/graphs/graph_writer.h"

namespace treatygraph::queries::formats {
namespace {

using WriterInto = std::unique_ptr<GraphWriter> (*)(std::string& out);

/// Null for formats that are not for graphs.
WriterInto writer_of(Format format) {
  switch (format) {
    case Format::Cytoscape:
      return cytoscape_writer;
    case Format::Graphology:
      return graphology_writer;
    case Format::Jgf:
      return jgf_writer;
    case Format::D3:
      return d3_writer;
    case Format::VisNetwork:
      return visnetwork_writer;
    case Format::ReactFlow:
      return reactflow_writer;
    case Format::Echarts:
      return echarts_writer;
    case Format::Graphml:
      return graphml_writer;
    case Format::Gexf:
      return gexf_writer;
    case Format::Dot:
      return dot_writer;
    case Format::Turtle:
      return turtle_writer;
    case Format::Jsonld:
      return jsonld_writer;
    default:
      return nullptr;
  }
}

/// Sigma.js and React Flow refuse nodes without a position.
/// As the reason for giving them a layout that was not asked for.
bool needs_positions(Format format) {
  return format == Format::Graphology || format == Format::ReactFlow;
}

/// Fails for answers that are not graphs.
Result<std::string> as_graph(const Graph& graph, const Answer& answer, Format format, const GraphOptions& options) {
  if (auto view = graph_view(graph, answer)) {
    const bool places = options.layout == Layout::None && needs_positions(format);
    lay_out(*view, places ? Layout::Auto : options.layout);
    view->head.iri_base = options.iri_base;
    return write_graph(*view, writer_of(format));
  }
  return fail(ErrorCode::InvalidArgument,
              fmt::format("{} is a format for graphs; this question answers as json, ndjson, csv or html",
                          spec_of(format).name));
}

/// A drawing if people read the answer as one, otherwise a table.
std::string as_page(const Graph& graph, const Answer& answer) {
  const auto view = answer.body->is_list() ? std::nullopt : graph_view(graph, answer);
  auto notices = answer.warnings;
  if (answer.quality) notices.push_back(sentence_of(*answer.quality));
  // A drawing says so by itself.
  if (const auto& why = answer.body->truncated(); why && !view)
    notices.push_back(fmt::format("Not whole: {}.", why->reason));
  return view ? to_html(*view, notices) : to_html(to_table(graph, answer), graph.snapshot(), notices);
}

}  // namespace

std::unique_ptr<GraphWriter> export_writer(Format format, std::string& out) {
  switch (format) {
    case Format::Json:
      return json_writer(out);
    case Format::Ndjson:
      return ndjson_writer(out);
    case Format::Csv:
      return csv_writer(out);
    default:
      break;
  }
  const auto writer_into = writer_of(format);
  return writer_into == nullptr ? nullptr : writer_into(out);
}

/// Turtle and JSON-LD describe the graph, not its drawing.
bool places_nodes(Format format) {
  switch (format) {
    case Format::Cytoscape:
    case Format::Graphology:
    case Format::Jgf:
    case Format::D3:
    case Format::VisNetwork:
    case Format::ReactFlow:
    case Format::Echarts:
    case Format::Graphml:
    case Format::Gexf:
    case Format::Dot:
      return true;
    default:
      return false;
  }
}

Result<std::string> render(const Graph& graph, const Answer& answer, Format format, const GraphOptions& options) {
  switch (format) {
    case Format::Ndjson:
      return to_ndjson(to_table(graph, answer));
    case Format::Csv:
      return to_csv(to_table(graph, answer));
    case Format::Json:
      return to_json(graph, answer);
    case Format::Html:
      return as_page(graph, answer);
    case Format::Bibtex:
      return bibliography(graph, answer).map(to_bibtex);
    case Format::CslJson:
      return bibliography(graph, answer).map(to_csl_json);
    default:
      return as_graph(graph, answer, format, options);
  }
}

}  // namespace treatygraph::queries::formats
