#include "queries/cypher/asking/treaty_procedures.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/catalogue/catalogue.h"
#include "queries/cypher/asking/graph_procedures.h"
#include "queries/cypher/values/error.h"
#include "queries/search/typed_citation.h"
#include "queries/search/what_it_is.h"
#include "queries/treaty/unbroken.h"

namespace treatygraph::queries::cypher {
namespace {

using Rows = std::vector<std::vector<Value>>;
using Arguments = std::vector<Value>;

ValueList list_of(const auto& ids) {
  return {ids.begin(), ids.end()};
}

Value text_or_null(std::string_view text) {
  return text.empty() ? Value() : Value(std::string(text));
}

/// {level: 'article', depth: 3, modes: ['subject_to']} as query string parameters. A node means its key.
std::string option_text(const Value& value, const Graph& graph) {
  if (value.is(ValueType::Node)) return std::string(graph.key(value.node()));
  if (!value.is(ValueType::List)) return text_of(value);
  std::string text;
  for (const auto& item : value.list()) text += (text.empty() ? "" : ",") + option_text(item, graph);
  return text;
}

/// `names[i]` is the route's name for arguments[i]; a further argument is a map of options.
Parameters parameters_of(const EvaluationContext& around, const Arguments& arguments,
                         std::span<const std::string_view> names) {
  Parameters parameters;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].is_null()) continue;
    if (i < names.size()) {
      parameters.add(std::string(names[i]), option_text(arguments[i], around.graph));
      continue;
    }
    if (!arguments[i].is(ValueType::Map)) type_error("options are a map, {depth: 3} for example");
    for (const auto& [name, value] : arguments[i].map().entries()) {
      if (!value.is_null()) parameters.add(name, option_text(value, around.graph));
    }
  }
  return parameters;
}

Answer answer_to(std::string_view question, const EvaluationContext& around, const Parameters& parameters,
                 Budget& budget) {
  auto answer = ask(*find_question(question), around.graph, parameters, budget);
  if (!answer) runtime_error("ProcedureError", "ProcedureCallFailed", answer.error().detail);
  return std::move(*answer);
}

/// A procedure that asks `question` and turns its answer into rows.
template <typename Body>
Procedure asking(std::string name, std::string_view question, std::string description,
                 std::vector<std::string_view> inputs, std::vector<ProcedureColumn> outputs,
                 Rows (*rows)(const Graph&, const Body&)) {
  Procedure procedure;
  procedure.name = std::move(name);
  procedure.description = std::move(description);
  for (const auto input : inputs) procedure.inputs.push_back({std::string(input), "ANY?"});
  procedure.needed_inputs = inputs.size();
  procedure.inputs.push_back({"options", "MAP?"});
  procedure.outputs = std::move(outputs);
  procedure.call = [question, inputs, rows](const EvaluationContext& around, const Arguments& arguments,
                                            Budget& budget) {
    const auto answer = answer_to(question, around, parameters_of(around, arguments, inputs), budget);
    return rows(around.graph, std::get<Body>(answer.body));
  };
  return procedure;
}

ValueList provisions_of(const Dependencies& answer, std::size_t position) {
  ValueList provisions;
  for (const auto reached : answer.provisions_of(position)) {
    provisions.emplace_back(answer.walk.node(reached));
  }
  return provisions;
}

Rows dependency_rows(const Graph& /*graph*/, const Dependencies& answer) {
  Rows rows;
  for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) {
    const auto& [node, depth] = answer.graph.nodes[i];
    if (node == answer.of) continue;
    rows.push_back({node, std::int64_t{depth}, list_of(references_of(answer.chain_to(i))), provisions_of(answer, i)});
  }
  return rows;
}

Rows neighborhood_rows(const Graph& /*graph*/, const Neighborhood& answer) {
  Rows rows;
  for (const auto& [node, depth] : answer.graph.nodes) {
    if (node != answer.of) rows.push_back({node, std::int64_t{depth}});
  }
  return rows;
}

Rows path_rows(const Graph& /*graph*/, const Paths& answer) {
  Rows rows;
  const auto add = [&](const queries::Path& path, bool directed) {
    ValueList evidence;
    for (const auto& hop : path.hops) evidence.emplace_back(list_of(hop.evidence));
    rows.push_back({list_of(path.nodes), static_cast<std::int64_t>(path.hops.size()), std::move(evidence), directed});
  };
  for (const auto& path : answer.paths) add(path, true);
  for (const auto& path : answer.undirected) add(path, false);
  return rows;
}

Rows statement_rows(const Graph& graph, const StatementsAnswer& answer) {
  Rows rows;
  for (const auto& hit : answer.hits) {
    const auto said = [&](std::string_view name) {
      return hit.addresses ? text_or_null(graph.string(*hit.addresses, name)) : Value();
    };
    ValueList carried_to;
    for (const auto& to : hit.carried_to.value_or(std::vector<CarriedTo>{})) carried_to.emplace_back(to.node);
    rows.push_back({hit.statement, list_of(hit.speakers), hit.addressed ? Value(*hit.addressed) : Value(),
                    said("stance"), said("concern"), std::move(carried_to)});
  }
  return rows;
}

Rows critic_rows(const Graph& graph, const CriticsAnswer& answer) {
  Rows rows;
  for (const auto& critic : answer.hits) {
    ValueList statements;
    ValueList addressed;
    ValueList stances;
    for (const auto& hit : critic.said) {
      statements.emplace_back(hit.statement);
      addressed.push_back(hit.addressed ? Value(*hit.addressed) : Value());
      stances.push_back(text_or_null(stance_of(graph, hit)));
    }
    const auto& towards = critic.acts.towards;
    ValueList acts;
    for (const auto& act : {towards.signature, towards.consent, towards.domestic, towards.withdrawal}) {
      if (act) acts.emplace_back(*act);
    }
    for (const auto& list : {critic.acts.reservations, critic.acts.votes}) {
      for (const auto act : list) acts.emplace_back(act);
    }
    rows.push_back({critic.who, critic.has_signed(), std::move(statements), std::move(addressed), std::move(stances),
                    std::move(acts)});
  }
  return rows;
}

Rows search_rows(const Graph& graph, const SearchAnswer& answer) {
  Rows rows;
  for (const auto& hit : answer.hits) {
    const bool is_citation = hit.kind == SearchHit::Kind::Citation || hit.kind == SearchHit::Kind::NearestToCitation;
    rows.push_back({hit.node, is_citation ? 1.0 : hit.score, is_citation, std::string(name_of(hit.kind)),
                    what_it_is(graph, hit.node), hit.snippet.marked("**", "**")});
  }
  return rows;
}

Rows suggest_rows(const Graph& graph, const SuggestAnswer& answer) {
  Rows rows;
  for (const auto& [kind, node, text] : answer.suggestions) {
    rows.push_back({text, std::string(name_of(kind)), node ? Value(*node) : Value(),
                    node ? Value(what_it_is(graph, *node)) : Value()});
  }
  return rows;
}

Rows impact_rows(const Graph& graph, const Impact& answer) {
  Rows rows;
  const auto add = [&](NodeId node, const char* effect, Value depth, const auto& evidence) {
    rows.push_back({node, std::string(effect), std::move(depth), list_of(evidence)});
  };
  for (const auto reference : answer.dangling) add(graph.source(reference), "dangling", {}, std::vector{reference});
  for (const auto& dependent : dependency_rows(graph, answer.dependents)) {
    rows.push_back({dependent[0], std::string("rests_on_it"), dependent[1], dependent[2]});
  }
  for (const auto& [thing, carried_by] : answer.losses.gone) add(thing, "gone", {}, carried_by);
  for (const auto& cut : answer.cut_off.nodes) add(cut.node, "cut_off", {}, std::vector{cut.through});
  for (const auto& [node, lost, left] : answer.losses.safeguards) {
    add(node, left == 0 ? "loses_only_safeguard" : "loses_safeguard", {}, lost);
  }
  for (const auto& [term, uses] : answer.losses.definitions) add(term, "loses_definition", {}, uses);
  constexpr std::array kObjections = {"deletion_asked_for", "deletion_mentioned", "objection"};
  for (const auto& [hit, deletion] : answer.objections) {
    add(hit.statement, kObjections.at(static_cast<std::size_t>(deletion)), {}, hit.carried);
  }
  return rows;
}

Rows coverage_rows(const Graph& graph, const Coverage& answer) {
  Rows rows;
  for (std::size_t row = 0; row < answer.rows.size(); ++row) {
    for (std::size_t column = 0; column < answer.columns.size(); ++column) {
      const auto& cell = answer.at(row, column);
      rows.push_back({answer.rows[row], answer.columns[column],
                      std::string(kReachNames.at(static_cast<std::size_t>(cell.reach))),
                      list_of(unbroken(graph, answer.rows[row], cell.witness))});
    }
  }
  return rows;
}

Rows comparison_rows(const Graph& /*graph*/, const Comparison& answer) {
  Rows rows;
  for (const auto& pair : answer.pairs) {
    rows.push_back({pair.left, pair.right, std::string(pair.changed ? "changed" : "corresponding"),
                    pair.words ? Value(pair.words->similarity) : Value(), list_of(pair.correspondences)});
  }
  for (const auto node : answer.missing_right)
    rows.push_back({node, Value(), std::string("missing"), Value(), ValueList()});
  for (const auto node : answer.missing_left)
    rows.push_back({Value(), node, std::string("missing"), Value(), ValueList()});
  return rows;
}

Rows cycle_rows(const Graph& /*graph*/, const Cycles& answer) {
  Rows rows;
  for (const auto& [members, provisions, cycle] : answer.rings) {
    ValueList evidence;
    for (const auto& hop : cycle.hops) evidence.emplace_back(list_of(hop.evidence));
    rows.push_back({list_of(members), list_of(cycle.nodes), std::move(evidence)});
  }
  return rows;
}

Rows rank_rows(const Graph& /*graph*/, const Rank& answer) {
  Rows rows;
  for (const auto& [node, score] : answer.nodes) rows.push_back({node, score});
  return rows;
}

Procedure cite() {
  Procedure procedure;
  procedure.name = "treaty.cite";
  procedure.description = "The provisions that a citation names, as people type it: 'art 24(2)'";
  procedure.inputs = {{"citation", "STRING?"}};
  procedure.needed_inputs = 1;
  procedure.outputs = {{"node", "NODE?"}, {"exact", "BOOLEAN?"}};
  procedure.call = [](const EvaluationContext& around, const Arguments& arguments, Budget& /*budget*/) {
    Rows rows;
    if (!arguments[0].is(ValueType::String)) return rows;
    for (const auto& hit : find_citation(around.graph, arguments[0].string())) rows.push_back({hit.node, hit.exact});
    return rows;
  };
  return procedure;
}

Procedure procedure_list() {
  Procedure procedure;
  procedure.name = "dbms.procedures";
  procedure.description = "This list";
  procedure.outputs = {{"name", "STRING?"}, {"signature", "STRING?"}, {"description", "STRING?"}};
  procedure.call = [](const EvaluationContext& /*around*/, const Arguments& /*arguments*/, Budget& /*budget*/) {
    Rows rows;
    for (const auto& each : treaty_procedures().all()) {
      const bool is_of_show = each.name.find(' ') != std::string::npos;
      if (!is_of_show) rows.push_back({each.name, signature(each), each.description});
    }
    return rows;
  };
  return procedure;
}

Procedures make() {
  Procedures all;
  const ProcedureColumn node{"node", "NODE?"};
  const ProcedureColumn depth{"depth", "INTEGER?"};
  all.add(asking<Dependencies>("treaty.dependencies", "dependencies",
                               "What a provision rests on, with {direction: 'in'} what rests on it, with {relation: "
                               "'governed_by'} what governs it",
                               {"of"}, {node, depth, {"evidence", "LIST?"}, {"provisions", "LIST?"}}, dependency_rows));
  all.add(asking<Neighborhood>("treaty.neighborhood", "neighborhood", "The nodes around a node", {"of"}, {node, depth},
                               neighborhood_rows));
  all.add(asking<Paths>("treaty.paths", "paths", "The shortest ways from one node to another", {"from", "to"},
                        {{"nodes", "LIST?"}, {"length", "INTEGER?"}, {"evidence", "LIST?"}, {"directed", "BOOLEAN?"}},
                        path_rows));
  all.add(asking<StatementsAnswer>("treaty.statements", "statements", "What was said about a provision", {"about"},
                                   {{"statement", "NODE?"},
                                    {"speakers", "LIST?"},
                                    {"addressed", "NODE?"},
                                    {"stance", "STRING?"},
                                    {"concern", "STRING?"},
                                    {"carried_to", "LIST?"}},
                                   statement_rows));
  all.add(asking<CriticsAnswer>("treaty.critics", "critics",
                                "Who found fault with a provision, what they said, and their acts towards the treaty; "
                                "with {signed: true} those who signed anyway",
                                {"of"},
                                {{"critic", "NODE?"},
                                 {"signed", "BOOLEAN?"},
                                 {"statements", "LIST?"},
                                 {"addressed", "LIST?"},
                                 {"stances", "LIST?"},
                                 {"acts", "LIST?"}},
                                critic_rows));
  all.add(asking<SearchAnswer>("treaty.search", "search", "Citations as people type them, names, and words in any form",
                               {"q"},
                               {node,
                                {"score", "FLOAT?"},
                                {"is_citation", "BOOLEAN?"},
                                {"found_by", "STRING?"},
                                {"what", "STRING?"},
                                {"snippet", "STRING?"}},
                               search_rows));
  all.add(asking<SuggestAnswer>("treaty.suggest", "suggest", "What begins as what is typed", {"q"},
                                {{"text", "STRING?"}, {"kind", "STRING?"}, node, {"what", "STRING?"}}, suggest_rows));
  all.add(asking<Impact>("treaty.impact", "impact", "What would break if a provision were deleted", {"of"},
                         {node, {"effect", "STRING?"}, depth, {"evidence", "LIST?"}}, impact_rows));
  all.add(asking<Coverage>(
      "treaty.coverage", "coverage", "Which safeguards reach which powers, and how", {"rows", "columns"},
      {{"row", "NODE?"}, {"column", "NODE?"}, {"reach", "STRING?"}, {"witness", "LIST?"}}, coverage_rows));
  all.add(asking<Comparison>(
      "treaty.compare", "compare", "Two treaties or versions side by side", {"left", "right"},
      {{"left", "NODE?"}, {"right", "NODE?"}, {"standing", "STRING?"}, {"similarity", "FLOAT?"}, {"evidence", "LIST?"}},
      comparison_rows));
  all.add(asking<Cycles>("treaty.cycles", "cycles", "Provisions that refer back to themselves through others", {},
                         {{"members", "LIST?"}, {"cycle", "LIST?"}, {"evidence", "LIST?"}}, cycle_rows));
  all.add(asking<Rank>("treaty.rank", "rank", "What is central", {}, {node, {"score", "FLOAT?"}}, rank_rows));
  all.add(cite());
  add_graph_procedures(all);
  add_show_procedures(all);
  all.add(procedure_list());
  return all;
}

}  // namespace

std::string signature(const Procedure& procedure) {
  const auto list = [](const std::vector<ProcedureColumn>& columns) {
    std::vector<std::string> texts;
    for (const auto& column : columns) texts.push_back(column.name + " :: " + column.type);
    return fmt::format("({})", fmt::join(texts, ", "));
  };
  return procedure.name + list(procedure.inputs) + " :: " + list(procedure.outputs);
}

const Procedures& treaty_procedures() {
  static const Procedures all = make();
  return all;
}

}  // namespace treatygraph::queries::cypher
