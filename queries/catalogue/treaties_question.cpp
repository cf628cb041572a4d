// The question "treaties": the treaties of a snapshot, also those that are only cited.

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/catalogue/treaty_summary.h"

namespace treatygraph::queries::treaties_question {
namespace {

using TreatyList = std::vector<TreatySummary>;

void write_members(AnswerWriter& out, const TreatyList& answer) {
  out.json.key("treaties").begin_array();
  for (const auto& summary : answer) write_treaty_summary(out, summary);
  out.json.end_array();
}

Table table_of(const Graph& graph, const TreatyList& answer) {
  const TableCells cells(graph);
  Table table{
      {"slug", "title", "loaded", "articles", "provisions", "references", "signatories", "consented_to_be_bound"}, {}};
  for (const auto& summary : answer) {
    // Without any known act, 0 would claim that nobody signed.
    const auto if_known = [&](std::size_t count) { return summary.has_acts ? number_cell(count) : Cell{}; };
    table.rows.push_back({cells.said(summary.treaty, property::kSlug), cells.title(summary.treaty), summary.loaded,
                          number_cell(summary.article_count), number_cell(summary.provision_count),
                          number_cell(summary.reference_count), if_known(summary.signatory_count),
                          if_known(summary.party_count)});
  }
  return table;
}

std::vector<NodeId> works_in(const TreatyList& answer) {
  std::vector<NodeId> nodes;
  for (const auto& summary : answer) nodes.push_back(summary.treaty);
  return nodes;
}

void add_facts(ShownFacts& facts, const TreatyList& answer) {
  facts.add(works_in(answer));
}

constexpr auto kShowing = Showing<TreatyList>::by(write_members, table_of, works_in, add_facts);

Result<Answer> ask_treaties(const Graph& graph, const Parameters& parameters, const Budget& /*budget*/) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(treaties(graph, *scope), kShowing);
}

constexpr std::array kTools = {ToolSpec{
    .place = 13,
    .name = "treaties",
    .title = "Which treaties there are",
    .description =
        "The treaties and drafts of this snapshot, with their slugs, and whether their text is loaded. What is "
        "not loaded is only cited by others.",
    .shape = {.lists = list_of<"treaties">},
    .limit = 30,
    .most = 100}};

}  // namespace

constinit const Question kQuestion = {.name = "treaties",
                                      .route = "/v1/treaties",
                                      .summary = "the treaties of this snapshot",
                                      .example = "",
                                      .parameters = kScope,
                                      .ask = ask_treaties,
                                      .is_citable = true,
                                      .effort = Effort::Page,
                                      .tools = kTools};

}  // namespace treatygraph::queries::treaties_question
