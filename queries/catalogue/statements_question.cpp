// The question "statements": what was said about a provision, in pages. A statement occurs once for each of its
// targets.

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/catalogue/statement_parameters.h"
#include "queries/formats/answers/json_statements.h"
#include "queries/formats/answers/table_statements.h"
#include "queries/questions/statements.h"

namespace treatygraph::queries::statements_question {
namespace {

using formats::StatementCells;

/// `total` counts statements, `total_addresses` their targets.
void write_members(AnswerWriter& out, const StatementsAnswer& answer) {
  out.json.member("total", answer.total).member("total_addresses", answer.total_addresses);
  formats::statement_list(out, answer.hits);
  formats::event_list(out, answer.events);
  out.explanation(answer.explanation);
  out.cursor(answer.next_cursor);
}

/// One row per target of a statement, with everything that is known of both.
Table table_of(const Graph& graph, const StatementsAnswer& answer) {
  const StatementCells cells(graph);
  Table table{
      {"date", "speakers", "statement", "title", "addresses", "stance", "concern", "quote", "summary", "carried",
       "carried_by_article", "carried_confidence", "carried_to", "rests_on", "acts", "confidence", "source"},
      {}};
  for (const auto& hit : answer.hits) {
    const auto said = [&](std::string_view name) { return cells.of_hit(hit, name); };
    table.rows.push_back({cells.of_statement(hit, property::kDate), cells.speakers(hit), cells.key(hit.statement),
                          cells.title(hit.statement), hit.addressed ? cells.key(*hit.addressed) : Cell{},
                          said(property::kStance), said(property::kConcern), said(property::kQuote),
                          cells.of_statement(hit, property::kSummary), cells.chain(hit.carried),
                          hit.carried_by_article ? text_cell("true") : Cell{}, text_cell(hit.carried_confidence),
                          cells.carried_to(hit), cells.chain(hit.rests_on), cells.acts(hit),
                          said(property::kConfidence), said(property::kSource)});
  }
  return table;
}

/// Statements with their speakers and targets, and events with what they concern.
void draw(ViewBuilder& view, const StatementsAnswer& answer) {
  for (const auto& hit : answer.hits) view.add_said(hit);
  for (const auto& event : answer.events) view.add(event.concerns);
}

/// A statement occurs once per target here; bibliography() cites it once.
std::vector<NodeId> works_in(const StatementsAnswer& answer) {
  std::vector<NodeId> nodes;
  for (const auto& hit : answer.hits) nodes.push_back(hit.statement);
  return nodes;
}

void add_facts(ShownFacts& facts, const StatementsAnswer& answer) {
  for (const auto& hit : answer.hits) facts.add(hit);
  for (const auto& event : answer.events) facts.add(event);
}

/// Stance and concern are those of the statement towards this target.
ProcedureRows rows_of(const Graph& graph, const StatementsAnswer& answer) {
  ProcedureRows rows;
  for (const auto& hit : answer.hits) {
    const auto said = [&](std::string_view name) {
      return hit.addresses ? text_or_null(graph.string(*hit.addresses, name)) : ProcedureValue();
    };
    ProcedureList carried_to;
    for (const auto& to : hit.carried_to.value_or(std::vector<CarriedTo>{})) carried_to.emplace_back(to.node);
    rows.push_back({hit.statement, procedure_list(hit.speakers), value_or_null(hit.addressed), said("stance"),
                    said("concern"), std::move(carried_to)});
  }
  return rows;
}

constexpr auto kShowing =
    Showing<StatementsAnswer>::by(write_members, table_of, draw, rows_of, works_in, add_facts).as_list();

/// Reads with=acts,events. Events need a subject: those about everything are a list of nodes.
Result<void> read_with(const Parameters& parameters, StatementsRequest& request) {
  for (const auto& name : parameters.list("with")) {
    if (name != "acts" && name != "events") return fail(unknown_name("with", name, {"acts", "events"}));
    (name == "acts" ? request.acts : request.events) = true;
  }
  if (!request.events || !request.about.empty()) return {};
  return fail(ErrorCode::InvalidArgument,
              "with=events needs about; every event is told by /v1/nodes?label=Event&with=CONCERNS,TOOK_PART_IN");
}

Result<Answer> ask_statements(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  StatementsRequest request;
  request.about = parameters.text("about");
  request.speaker = parameters.text("speaker");
  if (const auto common = read_what_was_said(parameters, request, warnings); !common) return fail(common.error());
  if (const auto with = read_with(parameters, request); !with) return fail(with.error());
  return answer_with(statements_about(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters =
    joined(std::array{ParameterSpec{"about", "KEY", "a provision, offence, safeguard or treaty"},
                      ParameterSpec{"include", "parts,dependencies",
                                    "also about its parts, and what it rests on (parts)", false, "parts"},
                      ParameterSpec{"stance", "STANCE,...", "any of these, as critical, supports, calls_for_change"},
                      ParameterSpec{"speaker", "KEY", "of a State or organisation"},
                      ParameterSpec{"concern", "WORD", "one of the concerns that the statement names"},
                      ParameterSpec{"with", "acts,events",
                                    "also what its speakers did: signed, ratified, reserved, voted; votes and other "
                                    "events about it"}},
           kScope, std::array{page_limit("statements on a page, at most 1000 (100); of csv and ndjson all"), kCursor});

constexpr std::array kTools = {ToolSpec{
    .place = 8,
    .name = "statements",
    .title = "What was said",
    .description = "What States and organisations said about a provision or a treaty: stance, concern, date, source.",
    .parameters = list_of<"about", "include", "stance", "speaker", "concern", "as_of">,
    .limit = 8,
    .most = 50,
    .has_own_cursor = true}};

constexpr ProcedureSpec kProcedure = {
    .place = 4,
    .description = "What was said about a provision",
    .inputs = list_of<"about">,
    .outputs = outputs_of<"statement :: NODE?", "speakers :: LIST?", "addressed :: NODE?", "stance :: STRING?",
                          "concern :: STRING?", "carried_to :: LIST?">};

}  // namespace

constinit const Question kQuestion = {.name = "statements",
                                      .route = "/v1/statements",
                                      .summary = "what was said about a provision, its parts, or what it rests on",
                                      .example = "about=uncc:art_40&include=dependencies&stance=critical",
                                      .parameters = kParameters,
                                      .ask = ask_statements,
                                      .is_graph = true,
                                      .is_citable = true,
                                      .effort = Effort::Closure,
                                      .needs = {{type::kAddresses, {}}, "statement"},
                                      .procedure = &kProcedure,
                                      .tools = kTools};

}  // namespace treatygraph::queries::statements_question
