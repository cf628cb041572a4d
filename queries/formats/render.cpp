#include "queries/formats/render.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/find_node.h"
#include "queries/formats/graph_view.h"
#include "queries/formats/graph_writer.h"
#include "queries/formats/json_answers.h"
#include "queries/formats/table_answers.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::array kFormats = {
    FormatSpec{Format::Json, "json", "application/json", "json"},
    FormatSpec{Format::Ndjson, "ndjson", "application/x-ndjson", "ndjson"},
    FormatSpec{Format::Csv, "csv", "text/csv", "csv"},
    FormatSpec{Format::Cytoscape, "cytoscape", "application/vnd.cytoscape+json", "cyjs"},
    FormatSpec{Format::Graphology, "graphology", "application/vnd.graphology+json", "json"},
    FormatSpec{Format::Jgf, "jgf", "application/vnd.jgf+json", "jgf"},
    FormatSpec{Format::Graphml, "graphml", "application/graphml+xml", "graphml"},
    FormatSpec{Format::Gexf, "gexf", "application/gexf+xml", "gexf"},
    FormatSpec{Format::Dot, "dot", "text/vnd.graphviz", "dot"},
    FormatSpec{Format::Turtle, "turtle", "text/turtle", "ttl"},
    FormatSpec{Format::Jsonld, "jsonld", "application/ld+json", "jsonld"}};

using WriterInto = std::unique_ptr<GraphWriter> (*)(std::string& out);

/// None for formats that are not for graphs.
WriterInto writer_of(Format format) {
  switch (format) {
    case Format::Cytoscape:
      return cytoscape_writer;
    case Format::Graphology:
      return graphology_writer;
    case Format::Jgf:
      return jgf_writer;
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

}  // namespace

std::span<const FormatSpec> all_formats() {
  return kFormats;
}

Result<Format> format_called(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &FormatSpec::name);
  if (found != kFormats.end()) return found->format;
  std::vector<std::string_view> names;
  for (const auto& spec : kFormats) names.push_back(spec.name);
  return fail(unknown_name("format", name, std::move(names)));
}

const FormatSpec& spec_of(Format format) {
  return *std::ranges::find(kFormats, format, &FormatSpec::format);
}

Result<std::string> render(const Graph& graph, const Answer& answer, Format format) {
  switch (format) {
    case Format::Ndjson:
      return to_ndjson(to_table(graph, answer));
    case Format::Csv:
      return to_csv(to_table(graph, answer));
    case Format::Json:
      return to_json(graph, answer);
    default:
      break;
  }
  const auto view = graph_view(graph, answer);
  if (view) return write_graph(*view, writer_of(format));
  return fail(
      ErrorCode::InvalidArgument,
      fmt::format(
          "{} is a format for graphs; neighborhood, dependencies, paths and relationships answer with one, this "
          "question as json, ndjson or csv",
          spec_of(format).name));
}

}  // namespace treatygraph::queries::formats
