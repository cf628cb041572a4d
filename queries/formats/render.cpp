#include "queries/formats/render.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/find_node.h"
#include "queries/formats/graph_formats.h"
#include "queries/formats/graph_view.h"
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

std::string as_graph(const GraphView& view, Format format) {
  switch (format) {
    case Format::Cytoscape:
      return to_cytoscape(view);
    case Format::Graphology:
      return to_graphology(view);
    case Format::Jgf:
      return to_jgf(view);
    case Format::Graphml:
      return to_graphml(view);
    case Format::Gexf:
      return to_gexf(view);
    case Format::Dot:
      return to_dot(view);
    case Format::Turtle:
      return to_turtle(view);
    default:
      return to_jsonld(view);
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
  if (view) return as_graph(*view, format);
  return fail(
      ErrorCode::InvalidArgument,
      fmt::format(
          "{} is a format for graphs; neighborhood, dependencies, paths and relationships answer with one, this "
          "question as json, ndjson or csv",
          spec_of(format).name));
}

}  // namespace treatygraph::queries::formats
