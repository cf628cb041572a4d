// The question "rank": what is central, by PageRank, in-degree or betweenness (questions/rank.h).

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/answer/notices.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/rank.h"

namespace treatygraph::queries::rank_question {
namespace {

/// Places count from 1. Nodes with equal scores are in document order.
void write_members(AnswerWriter& out, const Rank& answer) {
  out.json.member("by", kCentralityNames.at(static_cast<std::size_t>(answer.by)))
      .member("level", name_of(answer.level))
      .member("population", answer.population)
      .member("connections", answer.connections);
  std::size_t place = 0;
  out.objects("nodes", answer.nodes, &Ranked::node,
              [&](const Ranked& ranked) { out.json.member("place", ++place).member("score", ranked.score); });
  out.explanation(answer.explanation);
}

Table table_of(const Graph& graph, const Rank& answer) {
  const TableCells cells(graph);
  Table table{{"place", "key", "title", "score"}, {}};
  for (const auto& [node, score] : answer.nodes) {
    table.rows.push_back({number_cell(table.rows.size() + 1), cells.key(node), cells.title(node), score});
  }
  return table;
}

void add_facts(ShownFacts& facts, const Rank& answer) {
  for (const auto& ranked : answer.nodes) facts.add(ranked.node);
}

/// Without connections there is nothing to rank by, but a list would look like a ranking.
void add_notices(Notices& notices, const Rank& answer) {
  if (answer.connections > 0 || answer.nodes.empty()) return;
  notices.say(fmt::format(
      "none of the {} nodes is connected by what was asked for: all have the same score, and their order is "
      "that of the documents, not a ranking",
      answer.population));
}

ProcedureRows rows_of(const Graph& /*graph*/, const Rank& answer) {
  ProcedureRows rows;
  for (const auto& [node, score] : answer.nodes) rows.push_back({node, score});
  return rows;
}

constexpr auto kShowing = Showing<Rank>::by(write_members, table_of, rows_of, add_facts, add_notices);

Result<Answer> ask_rank(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  RankRequest request;
  if (parameters.has("by")) {
    const auto by = centrality_called(parameters.text("by"));
    if (!by) return fail(by.error());
    request.by = *by;
  }
  request.label = parameters.text("label");
  request.types = parameters.list("types");
  request.treaty = parameters.text("treaty");
  if (const auto read = read_bounds_and_level(parameters, request, budget, warnings); !read) return fail(read.error());
  return answer_with(rank_of(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{
        ParameterSpec{"label", "LABEL", "only nodes with this label are listed"},
        ParameterSpec{"by", "pagerank|in_degree|betweenness", "what makes central (pagerank)", false, "pagerank"},
        kLevel, kTypes, kModes, ParameterSpec{"treaty", "SLUG", "as if there were no other"}},
    kScope,
    std::array{ParameterSpec{"limit", "N", "nodes in the answer (50); of csv and ndjson all", false, "50", 100'000}});

constexpr ProcedureSpec kProcedure = {.place = 12,
                                      .description = "What is central",
                                      .inputs = {},
                                      .outputs = outputs_of<"node :: NODE?", "score :: FLOAT?">};

}  // namespace

constinit const Question kQuestion = {.name = "rank",
                                      .route = "/v1/rank",
                                      .summary = "what is central",
                                      .example = "label=Article&by=pagerank&treaty=uncc",
                                      .parameters = kParameters,
                                      .ask = ask_rank,
                                      .needs = {{type::kRefersTo, {}}, "reference"},
                                      .procedure = &kProcedure};

}  // namespace treatygraph::queries::rank_question
