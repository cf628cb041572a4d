// Which formats have positions is render's knowledge (places_nodes); fields are cut from the finished JSON (slim), so
// no writer needs to know of them.

#include "queries/formats/drawing.h"

#include "queries/formats/render.h"
#include "queries/formats/text/slim.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries::formats {
namespace {

/// Formats whose nodes and relationships have an object "properties".
bool is_graph_of_json(Format format) {
  return format == Format::Json || format == Format::Cytoscape || format == Format::D3;
}

Result<Layout> layout_for(Format format, std::string_view name) {
  if (name.empty()) return Layout::None;
  if (!places_nodes(format)) {
    return fail(
        ErrorCode::InvalidArgument,
        "layout is for the formats cytoscape, graphology, jgf, d3, visnetwork, reactflow, echarts, graphml, gexf and "
        "dot");
  }
  return layout_called(name);
}

/// For the nearest names in an error.
std::vector<std::string_view> names_of_properties(const Graph& graph) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < graph.properties().size(); ++i) {
    names.push_back(graph.properties().name(PropertyId{static_cast<std::uint16_t>(i)}));
  }
  return names;
}

Result<Drawing::Fields> fields_for(const Graph& graph, Format format, const std::vector<std::string>& names) {
  if (!is_graph_of_json(format)) {
    return fail(ErrorCode::InvalidArgument, "fields is for the formats json, cytoscape and d3");
  }
  Drawing::Fields fields;
  for (const auto& name : names) {
    if (name == "none") continue;
    if (!graph.properties().find(name)) return fail(unknown_name("property", name, names_of_properties(graph)));
    fields.insert(name);
  }
  return fields;
}

}  // namespace

Result<Drawing> drawing_asked(const Graph& graph, Format format, std::string_view layout,
                              const std::optional<std::vector<std::string>>& fields) {
  const auto known = layout_for(format, layout);
  if (!known) return fail(known.error());
  Drawing drawing{*known, {}};
  if (!fields) return drawing;
  auto some = fields_for(graph, format, *fields);
  if (!some) return fail(some.error());
  drawing.fields = std::move(*some);
  return drawing;
}

std::string with_fields(std::string body, const Drawing& drawing) {
  if (!drawing.fields) return body;
  return slim(body, *drawing.fields) + '\n';
}

}  // namespace treatygraph::queries::formats
