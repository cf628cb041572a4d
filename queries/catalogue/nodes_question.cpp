// The question "nodes": nodes by label and property, in pages.

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "queries/catalogue/question_parts.h"
#include "queries/questions/list_nodes.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::nodes_question {
namespace {

/// With `with`, each node has its relationships of those types.
void write_members(AnswerWriter& out, const NodeList& answer) {
  out.facts.expect(answer.nodes.size(), 0);
  out.json.key("nodes").begin_array();
  for (std::size_t i = 0; i < answer.nodes.size(); ++i) {
    out.facts.begin_node(answer.nodes[i]);
    if (answer.with_relationships) out.relationships("relationships", answer.relationships[i]);
    out.json.end_object();
  }
  out.json.end_array();
  // Relationships contain keys only; this adds the titles.
  if (answer.with_relationships) {
    std::vector<RelationshipId> all;
    for (const auto& some : answer.relationships) all.insert(all.end(), some.begin(), some.end());
    out.ends(all);
  }
  out.explanation(answer.explanation);
  out.cursor(answer.next_cursor);
}

Table table_of(const Graph& graph, const NodeList& answer) {
  auto table = formats::nodes_table(graph, answer.nodes);
  if (!answer.with_relationships) return table;
  table.columns.emplace_back("relationships");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    std::vector<std::string> told;
    for (const auto r : answer.relationships[i]) told.push_back(relationship_name(graph, r));
    table.rows[i].push_back(text_cell(fmt::format("{}", fmt::join(told, "; "))));
  }
  return table;
}

/// Nodes without relationships are drawn as well.
void draw(ViewBuilder& view, const NodeList& answer) {
  for (const auto node : answer.nodes) view.add(node);
  for (const auto& some : answer.relationships) view.add_all(some);
}

std::vector<NodeId> works_in(const NodeList& answer) {
  return answer.nodes;
}

void add_facts(ShownFacts& facts, const NodeList& answer) {
  facts.add(answer.nodes);
  for (const auto& some : answer.relationships) facts.add(some);
}

constexpr auto kShowing = Showing<NodeList>::by(write_members, table_of, draw, works_in, add_facts).as_list();

/// property=kind:part, any number of times; `treaty` is a property as well. The value may contain colons.
Result<std::vector<std::pair<std::string, std::string>>> read_properties(const Parameters& parameters) {
  std::vector<std::pair<std::string, std::string>> properties;
  for (const auto& [name, value] : parameters.all()) {
    if (name == "treaty" && !value.empty()) properties.emplace_back("treaty", value);
    if (name != "property") continue;
    const auto colon = value.find(':');
    if (colon == std::string::npos || colon == 0) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("property is {}; expected a name and a value, as kind:chapter", value));
    }
    properties.emplace_back(value.substr(0, colon), value.substr(colon + 1));
  }
  return properties;
}

Result<Answer> ask_nodes(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  auto page = read_page(parameters, Page::kDefaultLimit, warnings);
  if (!page) return fail(page.error());
  auto properties = read_properties(parameters);
  if (!properties) return fail(properties.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const ListNodesRequest request{
      parameters.list("label"), std::move(*properties), std::string(parameters.text("prefix")),
      parameters.list("with"),  std::move(*page),       std::move(*scope)};
  return answer_with(list_nodes(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"label", "LABEL,...", "only nodes with all of these labels"},
               ParameterSpec{"treaty", "SLUG", "only nodes of this treaty"},
               ParameterSpec{"property", "NAME:VALUE", "only nodes with this property; may be given several times"},
               ParameterSpec{"prefix", "KEY", "only keys that begin so"},
               ParameterSpec{"with", "TYPE,...", "each node with its relationships of these types"}},
    kNodeScope, std::array{kPageLimit, kCursor});

}  // namespace

constinit const Question kQuestion = {.name = "nodes",
                                      .route = "/v1/nodes",
                                      .summary = "nodes by label and property",
                                      .example = "label=Offence&treaty=uncc&with=ESTABLISHES",
                                      .parameters = kParameters,
                                      .ask = ask_nodes,
                                      .is_graph = true,
                                      .is_citable = true,
                                      .effort = Effort::Page};

}  // namespace treatygraph::queries::nodes_question
