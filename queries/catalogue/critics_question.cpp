// The question "critics": who found fault with a provision, and whether they signed the treaty anyway. A critic is a
// State or an organisation; the answer has pages of critics, each with all of its statements.

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/catalogue/statement_parameters.h"
#include "queries/formats/answers/json_statements.h"
#include "queries/formats/answers/table_statements.h"
#include "queries/questions/critics.h"

namespace treatygraph::queries::critics_question {
namespace {

using formats::StatementCells;

/// Totals are those of all pages; events are on every page.
void write_members(AnswerWriter& out, const CriticsAnswer& answer) {
  out.mention("of", answer.of);
  out.mention("treaty", answer.treaty);
  out.json.member("total", answer.total)
      .member("states", answer.state_count)
      .member("organizations", answer.organization_count)
      .member("signatories", answer.signatory_count)
      .member("total_statements", answer.statement_count)
      .key("critics")
      .begin_array();
  for (const auto& critic : answer.hits) {
    out.facts.begin_node(critic.who);
    out.json.member("signed", critic.has_signed()).member("statement_count", critic.statement_count).key("acts");
    formats::write_acts(out, critic.acts);
    formats::statement_list(out, critic.said);
    out.json.end_object();
  }
  out.json.end_array();
  formats::event_list(out, answer.events);
  out.explanation(answer.explanation);
  out.cursor(answer.next_cursor);
}

/// A critic's acts and one of its statements.
std::vector<Cell> row_of(const StatementCells& cells, const Critic& critic, const StatementHit& hit) {
  const auto& towards = critic.acts.towards;
  return {cells.key(critic.who),
          cells.title(critic.who),
          critic.has_signed(),
          cells.date(towards.signature),
          towards.consent ? cells.type(*towards.consent) : Cell{},
          cells.date(towards.consent),
          cells.date(towards.domestic),
          cells.date(towards.withdrawal),
          cells.acts(critic.acts.reservations),
          cells.acts(critic.acts.votes),
          cells.of_statement(hit, property::kDate),
          cells.key(hit.statement),
          cells.title(hit.statement),
          cells.of_hit(hit, property::kStance),
          hit.addressed ? cells.key(*hit.addressed) : Cell{},
          cells.carried_to(hit),
          cells.chain(hit.rests_on),
          cells.of_hit(hit, property::kSource)};
}

/// One row per critic and statement, with the critic's acts repeated in each.
Table table_of(const Graph& graph, const CriticsAnswer& answer) {
  const StatementCells cells(graph);
  Table table{
      {"key", "name", "has_signed", "signed", "consent", "consent_date", "domestic_date", "withdrew", "reservations",
       "votes", "date", "statement", "title", "stance", "addresses", "carried_to", "rests_on", "source"},
      {}};
  for (const auto& critic : answer.hits) {
    for (const auto& hit : critic.said) table.rows.push_back(row_of(cells, critic, hit));
  }
  return table;
}

/// Critics with their acts about the treaty, and what they said about the provision.
void draw(ViewBuilder& view, const CriticsAnswer& answer) {
  view.add(answer.of);
  for (const auto& critic : answer.hits) {
    view.add(critic.who);
    view.add_acts(critic.acts.towards);
    for (const auto& hit : critic.said) view.add_said(hit);
  }
}

/// The statements are what can be cited; a joint statement is listed once per critic.
std::vector<NodeId> works_in(const CriticsAnswer& answer) {
  std::vector<NodeId> nodes;
  for (const auto& critic : answer.hits) {
    for (const auto& hit : critic.said) nodes.push_back(hit.statement);
  }
  return nodes;
}

void add_facts(ShownFacts& facts, const CriticsAnswer& answer) {
  for (const auto& critic : answer.hits) {
    facts.add(critic.who);
    facts.add(critic.acts);
    for (const auto& hit : critic.said) facts.add(hit);
  }
  for (const auto& event : answer.events) facts.add(event);
}

/// All acts of the critic about the treaty.
ProcedureList acts_of(const Critic& critic) {
  const auto& towards = critic.acts.towards;
  ProcedureList acts;
  for (const auto& act : {towards.signature, towards.consent, towards.domestic, towards.withdrawal}) {
    if (act) acts.emplace_back(*act);
  }
  for (const auto& list : {critic.acts.reservations, critic.acts.votes})
    acts.insert(acts.end(), list.begin(), list.end());
  return acts;
}

/// The lists of statements, addressed provisions and stances are parallel.
ProcedureRows rows_of(const Graph& graph, const CriticsAnswer& answer) {
  ProcedureRows rows;
  for (const auto& critic : answer.hits) {
    ProcedureList statements;
    ProcedureList addressed;
    ProcedureList stances;
    for (const auto& hit : critic.said) {
      statements.emplace_back(hit.statement);
      addressed.push_back(value_or_null(hit.addressed));
      stances.push_back(text_or_null(stance_of(graph, hit)));
    }
    rows.push_back({critic.who, critic.has_signed(), std::move(statements), std::move(addressed), std::move(stances),
                    acts_of(critic)});
  }
  return rows;
}

constexpr auto kShowing =
    Showing<CriticsAnswer>::by(write_members, table_of, draw, rows_of, works_in, add_facts).as_list();

Result<Answer> ask_critics(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CriticsRequest request;
  request.of = parameters.text("of");
  request.label = parameters.text("label");
  if (const auto common = read_what_was_said(parameters, request, warnings); !common) return fail(common.error());
  // Absent is not the same as false: it means critics of both kinds.
  if (!parameters.text("signed").empty()) {
    const auto has_signed = parameters.flag("signed", true);
    if (!has_signed) return fail(has_signed.error());
    request.has_signed = *has_signed;
  }
  return answer_with(critics_of(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"of", "KEY", "a provision, offence, safeguard or treaty", true},
               ParameterSpec{"include", "parts,dependencies", "also of its parts, and what it rests on (parts)", false,
                             "parts"},
               ParameterSpec{"stance", "STANCE,...", "that count as criticism (opposes, critical, calls_for_change)",
                             false, "opposes,critical,calls_for_change"},
               ParameterSpec{"concern", "WORD", "one of the concerns that the statement names"},
               ParameterSpec{"label", "State|Organization", "only critics with this label"},
               ParameterSpec{"signed", "true|false", "only critics whose signature is known, or only the others"}},
    kScope, std::array{page_limit("critics on a page, at most 1000 (100); of csv and ndjson all"), kCursor});

constexpr ProcedureSpec kProcedure = {
    .place = 5,
    .description =
        "Who found fault with a provision, what they said, and their acts towards the treaty; with {signed: "
        "true} those who signed anyway",
    .inputs = list_of<"of">,
    .outputs = outputs_of<"critic :: NODE?", "signed :: BOOLEAN?", "statements :: LIST?", "addressed :: LIST?",
                          "stances :: LIST?", "acts :: LIST?">};

constexpr std::array kTools = {ToolSpec{
    .place = 9,
    .name = "critics",
    .title = "Who found fault, and signed anyway",
    .description =
        "States and organisations that criticised a provision or a treaty, what they said, and their acts towards the "
        "treaty: signature, ratification, reservations, votes. signed=true keeps those who signed anyway.",
    .parameters = list_of<"of", "include", "stance", "concern", "label", "signed", "as_of">,
    .limit = 8,
    .most = 50,
    .has_own_cursor = true}};

}  // namespace

constinit const Question kQuestion = {
    .name = "critics",
    .route = "/v1/critics",
    .summary = "who found fault with a provision, and whether they signed the treaty anyway",
    .example = "of=uncc:art_24&signed=true",
    .parameters = kParameters,
    .ask = ask_critics,
    .is_graph = true,
    .is_citable = true,
    .effort = Effort::Closure,
    .procedure = &kProcedure,
    .tools = kTools};

}  // namespace treatygraph::queries::critics_question
