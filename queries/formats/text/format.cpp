#include "queries/formats/text/format.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace treatygraph::queries::formats {
namespace {

constexpr std::array kFormats = {
    FormatSpec{Format::Json, "json", "application/json", "json"},
    FormatSpec{Format::Ndjson, "ndjson", "application/x-ndjson", "ndjson"},
    FormatSpec{Format::Csv, "csv", "text/csv", "csv"},
    FormatSpec{Format::Cytoscape, "cytoscape", "application/vnd.cytoscape+json", "cyjs"},
    FormatSpec{Format::Graphology, "graphology", "application/vnd.graphology+json", "json"},
    FormatSpec{Format::Jgf, "jgf", "application/vnd.jgf+json", "jgf"},
    FormatSpec{Format::D3, "d3", "application/vnd.d3+json", "json"},
    FormatSpec{Format::VisNetwork, "visnetwork", "application/vnd.vis-network+json", "json"},
    FormatSpec{Format::ReactFlow, "reactflow", "application/vnd.react-flow+json", "json"},
    FormatSpec{Format::Echarts, "echarts", "application/vnd.echarts+json", "json"},
    FormatSpec{Format::Graphml, "graphml", "application/graphml+xml", "graphml"},
    FormatSpec{Format::Gexf, "gexf", "application/gexf+xml", "gexf"},
    FormatSpec{Format::Dot, "dot", "text/vnd.graphviz", "dot"},
    FormatSpec{Format::Turtle, "turtle", "text/turtle", "ttl"},
    FormatSpec{Format::Jsonld, "jsonld", "application/ld+json", "jsonld"},
    FormatSpec{Format::Html, "html", "text/html", "html"},
    FormatSpec{Format::Bibtex, "bibtex", "application/x-bibtex", "bib"},
    FormatSpec{Format::CslJson, "csl-json", "application/vnd.citationstyles.csl+json", "json"}};

}  // namespace

std::span<const FormatSpec> all_formats() {
  return kFormats;
}

Result<Format> format_called(std::string_view name) {
  const auto* found = std::ranges::find(kFormats, name, &FormatSpec::name);
  if (found != kFormats.end()) return found->format;
  std::vector<std::string_view> names;
  for (const auto& spec : kFormats) names.push_back(spec.name);
  return fail(ErrorCode::InvalidArgument, fmt::format("no format {}; there are: {}", name, fmt::join(names, ", ")));
}

const FormatSpec& spec_of(Format format) {
  return *std::ranges::find(kFormats, format, &FormatSpec::format);
}

}  // namespace treatygraph::queries::formats
