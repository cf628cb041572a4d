// The question "node": one node with its text, its place in the treaty, and the number of its relationships.

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/node.h"
#include "queries/request/property_text.h"

namespace treatygraph::queries::node_question {
namespace {

void write_members(AnswerWriter& out, const NodeAnswer& answer) {
  out.facts.node_members(answer.node);
  out.mentions("breadcrumb", answer.breadcrumb);
  out.mentions("parts", answer.parts);
  out.json.member("text", answer.text).key("degrees").begin_array();
  for (const auto& [type, outgoing, incoming] : answer.degrees) {
    out.json.begin_object()
        .member("type", out.graph.types().name(type))
        .member("out", outgoing)
        .member("in", incoming)
        .end_object();
  }
  out.json.end_array();
}

/// One row per property and fact.
Table table_of(const Graph& graph, const NodeAnswer& answer) {
  const TableCells cells(graph);
  Table table{{"property", "value"}, {}};
  const auto add = [&](std::string_view name, Cell value) {
    table.rows.push_back({std::string(name), std::move(value)});
  };
  add("key", cells.key(answer.node));
  add("title", cells.title(answer.node));
  add("labels", cells.labels(answer.node));
  for (const auto crumb : answer.breadcrumb) add("in", cells.title(crumb));
  for (const auto name : graph.property_names(answer.node)) {
    add(graph.properties().name(name), text_cell(text_of(graph.property(answer.node, name))));
  }
  for (const auto part : answer.parts) add("part", cells.key(part));
  for (const auto& [type, outgoing, incoming] : answer.degrees) {
    add(graph.types().name(type), fmt::format("{} out, {} in", outgoing, incoming));
  }
  if (!answer.text.empty()) add("text", answer.text);
  return table;
}

/// The node with its text, everything that contains it, its parts, and its relationships as far as the answer has them.
/// This is what Turtle and JSON-LD describe.
void draw(ViewBuilder& view, const NodeAnswer& answer) {
  view.add(answer.node);
  view.add_text(answer.text);
  auto part = answer.node;
  for (auto above = answer.breadcrumb.rbegin(); above != answer.breadcrumb.rend(); ++above) {
    view.add_between(*above, part, type::kHasPart);
    part = *above;
  }
  for (const auto relationship : answer.relationships) view.add(relationship);
  if (answer.relationships.size() < answer.relationship_count) {
    view.cut({fmt::format("only {} of its {} relationships are given", answer.relationships.size(),
                          answer.relationship_count),
              "ask for its relationships"});
  }
}

std::vector<NodeId> works_in(const NodeAnswer& answer) {
  return {answer.node};
}

void add_facts(ShownFacts& facts, const NodeAnswer& answer) {
  facts.add(answer.node);
}

constexpr auto kShowing = Showing<NodeAnswer>::by(write_members, table_of, draw, works_in, add_facts).as_list();

Result<Answer> ask_node(const Graph& graph, const Parameters& parameters, const Budget& /*budget*/) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(node_of(graph, parameters.text("key"), *scope), kShowing);
}

constexpr auto kParameters = joined(std::array{kKey}, kScope);

}  // namespace

constinit const Question kQuestion = {.name = "node",
                                      .route = "/v1/nodes/{key}",
                                      .summary = "one node with its text, place and degrees",
                                      .example = "key=uncc:art_24__para_2",
                                      .parameters = kParameters,
                                      .ask = ask_node,
                                      .is_graph = true,
                                      .is_citable = true,
                                      .effort = Effort::Page};

}  // namespace treatygraph::queries::node_question
