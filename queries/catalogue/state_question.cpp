// The question "state": what a State or an organisation did and said.

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/states.h"

namespace treatygraph::queries::state_question {
namespace {

/// Relationships contain keys only, so "ends" names the nodes of all of them.
void write_members(AnswerWriter& out, const StateAnswer& answer) {
  out.facts.node_members(answer.state);
  out.relationships("actions", answer.actions);
  out.relationships("reservations", answer.reservations);
  out.relationships("events", answer.events);
  out.json.key("statements").begin_array();
  for (const auto& said : answer.statements) {
    out.facts.begin_node(said.statement);
    out.relationships("addresses", said.addresses);
    out.json.end_object();
  }
  out.json.end_array();
  std::vector<RelationshipId> all;
  for (const auto* some : {&answer.actions, &answer.reservations, &answer.events})
    all.insert(all.end(), some->begin(), some->end());
  for (const auto& said : answer.statements) all.insert(all.end(), said.addresses.begin(), said.addresses.end());
  out.ends(all);
}

/// Acts and statements in one list.
Table table_of(const Graph& graph, const StateAnswer& answer) {
  const TableCells cells(graph);
  Table table{{"date", "what", "key", "title", "stance", "concern", "source"}, {}};
  for (const auto* actions : {&answer.actions, &answer.reservations, &answer.events}) {
    for (const auto action : *actions) {
      const auto target = graph.target(action);
      table.rows.push_back({cells.said(action, property::kDate),
                            cells.type(action),
                            cells.key(target),
                            cells.title(target),
                            {},
                            {},
                            cells.said(action, property::kSource)});
    }
  }
  for (const auto& [made, addresses] : answer.statements) {
    const auto stance = addresses.empty() ? Cell{} : cells.said(addresses.front(), property::kStance);
    const auto concern = addresses.empty() ? Cell{} : cells.said(addresses.front(), property::kConcern);
    table.rows.push_back({cells.said(made, property::kDate), std::string("MADE"), cells.key(made), cells.title(made),
                          stance, concern, cells.said(made, property::kSource)});
  }
  return table;
}

void draw(ViewBuilder& view, const StateAnswer& answer) {
  view.add(answer.state);
  for (const auto* some : {&answer.actions, &answer.reservations, &answer.events}) view.add_all(*some);
  for (const auto& said : answer.statements) {
    view.add(said.statement);
    view.add_speaker(answer.state, said.statement);
    view.add_all(said.addresses);
  }
}

void add_facts(ShownFacts& facts, const StateAnswer& answer) {
  facts.add(answer.state, answer.actions, answer.reservations, answer.events);
  for (const auto& said : answer.statements) facts.add(said.statement, said.addresses);
}

constexpr auto kShowing = Showing<StateAnswer>::by(write_members, table_of, draw, add_facts).as_list();

Result<Answer> ask_state(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(state_of(graph, parameters.text("iso3"), *scope, budget), kShowing);
}

constexpr auto kParameters =
    joined(std::array{ParameterSpec{"iso3", "ISO3", "ISO 3166-1 alpha-3, as VNM, or the key of an organisation", true}},
           kScope);

}  // namespace

constinit const Question kQuestion = {.name = "state",
                                      .route = "/v1/states/{iso3}",
                                      .summary = "what a State did and said",
                                      .example = "iso3=VNM",
                                      .parameters = kParameters,
                                      .ask = ask_state,
                                      .is_graph = true,
                                      .effort = Effort::Page};

}  // namespace treatygraph::queries::state_question
