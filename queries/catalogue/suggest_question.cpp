// The question "suggest": citations, names and keys that begin as typed, for completion while somebody types. It is
// asked with every key, so it does little.

#include "queries/catalogue/question_parts.h"
#include "queries/questions/suggest.h"
#include "queries/search/what_it_is.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::suggest_question {
namespace {

/// Suggestions of words have no node.
void write_members(AnswerWriter& out, const SuggestAnswer& answer) {
  out.json.key("suggestions").begin_array();
  for (const auto& [kind, node, text] : answer.suggestions) {
    out.json.begin_object().member("kind", name_of(kind)).member("text", text);
    if (node) {
      out.json.member("key", out.graph.key(*node)).member("title", title_of(out.graph, *node));
      out.what_and_treaty(*node);
    }
    out.json.end_object();
  }
  out.json.end_array();
}

Table table_of(const Graph& graph, const SuggestAnswer& answer) {
  const TableCells cells(graph);
  Table table{{"kind", "text", "key", "what", "treaty"}, {}};
  for (const auto& [kind, node, typed] : answer.suggestions) {
    table.rows.push_back({std::string(name_of(kind)), typed, node ? cells.key(*node) : Cell{},
                          node ? Cell(what_it_is(graph, *node)) : Cell{}, node ? cells.treaty(*node) : Cell{}});
  }
  return table;
}

ProcedureRows rows_of(const Graph& graph, const SuggestAnswer& answer) {
  ProcedureRows rows;
  for (const auto& [kind, node, text] : answer.suggestions) {
    rows.push_back({text, std::string(name_of(kind)), value_or_null(node),
                    node ? ProcedureValue(what_it_is(graph, *node)) : ProcedureValue()});
  }
  return rows;
}

constexpr auto kShowing = Showing<SuggestAnswer>::by(write_members, table_of, rows_of);

Result<Answer> ask_suggest(const Graph& graph, const Parameters& parameters, const Budget& /*budget*/) {
  Warnings warnings;
  const auto limit =
      read_count(parameters, "limit", SuggestRequest::kDefaultLimit, SuggestRequest::kMostSuggestions, warnings);
  if (!limit) return fail(limit.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const SuggestRequest request{std::string(parameters.text("q")), std::string(parameters.text("label")),
                               std::string(parameters.text("treaty")), *limit, std::move(*scope)};
  return answer_with(suggest(graph, request), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"q", "WORDS", "the beginning of a citation, a name, a key or words", true},
               ParameterSpec{"label", "LABEL", "only nodes with this label"},
               ParameterSpec{"treaty", "SLUG", "only nodes of this treaty"}},
    kNodeScope,
    std::array{ParameterSpec{"limit", "N", "suggestions, at most 50 (10); of csv and ndjson 50", false, "10", 50}});

constexpr ProcedureSpec kProcedure = {
    .place = 7,
    .description = "What begins as what is typed",
    .inputs = list_of<"q">,
    .outputs = outputs_of<"text :: STRING?", "kind :: STRING?", "node :: NODE?", "what :: STRING?">};

}  // namespace

constinit const Question kQuestion = {.name = "suggest",
                                      .route = "/v1/suggest",
                                      .summary = "citations, names and keys that begin as what is typed",
                                      .example = "q=hum",
                                      .parameters = kParameters,
                                      .ask = ask_suggest,
                                      .procedure = &kProcedure};

}  // namespace treatygraph::queries::suggest_question
