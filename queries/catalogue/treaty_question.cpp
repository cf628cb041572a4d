// The question "treaty": a table of contents, down to articles or, with `whole`, to every point.

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/catalogue/treaty_summary.h"

namespace treatygraph::queries::treaty_question {
namespace {

void write_members(AnswerWriter& out, const TableOfContents& answer) {
  out.json.key("treaty");
  write_treaty_summary(out, answer.treaty);
  out.json.key("contents").begin_array();
  for (const auto& [node, depth] : answer.entries) out.facts.node_at(node, depth);
  out.json.end_array();
}

Table table_of(const Graph& graph, const TableOfContents& answer) {
  const TableCells cells(graph);
  Table table{{"depth", "key", "title", "heading", "summary"}, {}};
  for (const auto& [node, depth] : answer.entries) {
    table.rows.push_back({number_cell(depth), cells.key(node), cells.title(node), cells.said(node, property::kHeading),
                          cells.said(node, property::kSummary)});
  }
  return table;
}

std::vector<NodeId> works_in(const TableOfContents& answer) {
  std::vector<NodeId> nodes{answer.treaty.treaty};
  for (const auto& entry : answer.entries) nodes.push_back(entry.node);
  return nodes;
}

void add_facts(ShownFacts& facts, const TableOfContents& answer) {
  facts.add(works_in(answer));
}

constexpr auto kShowing = Showing<TableOfContents>::by(write_members, table_of, works_in, add_facts);

Result<Answer> ask_treaty(const Graph& graph, const Parameters& parameters, const Budget& /*budget*/) {
  const auto whole = parameters.flag("whole", false);
  if (!whole) return fail(whole.error());
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(table_of_contents(graph, parameters.text("slug"), *whole, *scope), kShowing);
}

constexpr auto kParameters = joined(
    std::array{kSlug, ParameterSpec{"whole", "true|false", "down to every point, not only articles", false, "false"}},
    kScope);

}  // namespace

constinit const Question kQuestion = {.name = "treaty",
                                      .route = "/v1/treaties/{slug}",
                                      .summary = "a treaty's table of contents",
                                      .example = "slug=uncc",
                                      .parameters = kParameters,
                                      .ask = ask_treaty,
                                      .is_citable = true,
                                      .effort = Effort::Page};

}  // namespace treatygraph::queries::treaty_question
