// The question "schema": labels, relationship types and properties, with counts. The schema of a graph is computed
// once.

#include "queries/catalogue/question_parts.h"
#include "queries/questions/schema.h"

namespace treatygraph::queries::schema_question {
namespace {

using formats::JsonText;

/// Each property with the kinds of its values.
void write_properties(JsonText& json, const std::vector<PropertySummary>& all) {
  json.key("properties").begin_array();
  for (const auto& property : all) {
    json.begin_object().member("name", property.name).member("count", property.count).key("kinds").begin_array();
    for (const auto& kind : property.kinds) json.value(kind);
    json.end_array().end_object();
  }
  json.end_array();
}

void write_members(AnswerWriter& out, const Schema& schema) {
  auto& json = out.json;
  json.member("node_count", schema.node_count).member("relationship_count", schema.relationship_count);
  json.key("labels").begin_array();
  for (const auto& label : schema.labels) {
    json.begin_object().member("name", label.name).member("count", label.count);
    write_properties(json, label.properties);
    json.end_object();
  }
  json.end_array().key("relationship_types").begin_array();
  for (const auto& type : schema.types) {
    json.begin_object().member("name", type.name).member("count", type.count).key("ends").begin_array();
    for (const auto& [ends, count] : type.ends) {
      json.begin_object().member("from", ends.first).member("to", ends.second).member("count", count).end_object();
    }
    json.end_array();
    write_properties(json, type.properties);
    json.end_object();
  }
  json.end_array();
}

Table table_of(const Graph& /*graph*/, const Schema& schema) {
  Table table{{"kind", "name", "property", "count"}, {}};
  const auto add = [&](const char* kind, const auto& summary) {
    table.rows.push_back({std::string(kind), summary.name, {}, number_cell(summary.count)});
    for (const auto& property : summary.properties) {
      table.rows.push_back({std::string(kind), summary.name, property.name, number_cell(property.count)});
    }
  };
  for (const auto& label : schema.labels) add("label", label);
  for (const auto& type : schema.types) add("relationship type", type);
  return table;
}

constexpr auto kShowing = Showing<Schema>::by(write_members, table_of);

Result<Answer> ask_schema(const Graph& graph, const Parameters& /*parameters*/, const Budget& /*budget*/) {
  return answer_with(Result<Schema>(schema_of(graph)), kShowing);
}

constexpr std::array kTools = {
    ToolSpec{.place = 14,
             .name = "schema",
             .title = "What the graph holds",
             .description = "Labels, relationship types and properties with counts: read it before writing openCypher.",
             .shape = {.lists = list_of<"labels", "relationship_types">},
             .limit = 20,
             .most = 40}};

}  // namespace

constinit const Question kQuestion = {.name = "schema",
                                      .route = "/v1/schema",
                                      .summary = "labels, relationship types and properties, with counts",
                                      .example = "",
                                      .parameters = {},
                                      .ask = ask_schema,
                                      .effort = Effort::Page,
                                      .tools = kTools};

}  // namespace treatygraph::queries::schema_question
