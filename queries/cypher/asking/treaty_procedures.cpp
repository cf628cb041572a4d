// A call of treaty.rank(a, {depth: 3}) is translated to the query parameters of the question, asked like a request over
// HTTP, and its answer is translated to rows.

#include "queries/cypher/asking/treaty_procedures.h"

#include <algorithm>
#include <type_traits>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/catalogue/catalogue.h"
#include "queries/cypher/asking/graph_procedures.h"
#include "queries/cypher/values/error.h"
#include "queries/request/budget_in_force.h"
#include "queries/search/typed_citation.h"

namespace treatygraph::queries::cypher {
namespace {

/// The value of an option as in a query string: ['subject_to', 'notified'] is "subject_to,notified", and a node is its
/// key.
std::string option_text(const Value& value, const Graph& graph) {
  if (value.is(ValueType::Node)) return std::string(graph.key(value.node()));
  if (!value.is(ValueType::List)) return text_of(value);
  std::string text;
  for (const auto& item : value.list()) text += (text.empty() ? "" : ",") + option_text(item, graph);
  return text;
}

/// The arguments of a call as parameters of the question. `names[i]` is the name of arguments[i]; an argument after
/// those is a map of options. Nulls are left out.
Parameters parameters_of(const EvaluationContext& around, const ProcedureArguments& arguments,
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

Value value_of(const ProcedureValue& value);

ValueList values_of(const ProcedureList& list) {
  ValueList values;
  values.reserve(list.size());
  for (const auto& value : list) values.push_back(value_of(value));
  return values;
}

Value value_of(const ProcedureValue& value) {
  return std::visit(
      [](const auto& one) -> Value {
        using One = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<One, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<One, ProcedureList>) {
          return values_of(one);
        } else {
          return one;
        }
      },
      value);
}

/// Whether the caller asks for a part of the rows, by a cursor or by a limit that the question allows.
bool asks_for_part(const Question& question, const Parameters& parameters) {
  if (parameters.has("cursor")) return true;
  const auto spec = std::ranges::find(question.parameters, "limit", &ParameterSpec::name);
  const auto limit = parameters.count("limit", 0);
  return parameters.has("limit") && spec != question.parameters.end() && limit && *limit <= spec->most;
}

/// Throws if the answer is not complete and the caller has not asked for a part: the query would count and filter the
/// rows as if they were all.
void refuse_part(const Truncated& truncated, bool is_asked_for, const Budget& budget) {
  if (!truncated) return;
  if (!budget.may_go_on()) throw OutOfBudget{budget.why_stopped()};
  if (is_asked_for) return;
  runtime_error("ProcedureError", "ProcedureCallFailed",
                fmt::format("{}; {}", truncated->reason, truncated->how_to_go_on));
}

/// Adds the warnings of an answer to the notes of the query. Each is added once, however many rows call the procedure.
void note(const EvaluationContext& around, const std::vector<std::string>& warnings) {
  constexpr std::size_t kMostNotes = 20;
  if (around.notes == nullptr) return;
  for (const auto& warning : warnings) {
    const bool is_known = std::ranges::find(*around.notes, warning) != around.notes->end();
    if (!is_known && around.notes->size() < kMostNotes) around.notes->push_back(warning);
  }
}

ProcedureRows rows_of(const Question& question, const EvaluationContext& around, const ProcedureArguments& arguments,
                      Budget& budget) {
  auto parameters = parameters_of(around, arguments, question.procedure->inputs);
  const bool wants_part = asks_for_part(question, parameters);
  ask_for_all_rows(question, parameters);
  const auto answer = ask(question, around.graph, parameters, budget);
  if (!answer) runtime_error("ProcedureError", "ProcedureCallFailed", answer.error().detail);
  refuse_part(answer->body->truncated(), wants_part, budget);
  note(around, answer->warnings);
  ProcedureRows rows;
  for (const auto& row : answer->body->procedure_rows(around.graph)) rows.push_back(values_of(row));
  return rows;
}

/// A question of the catalogue as the procedure treaty.NAME.
Procedure asking(const Question& question) {
  const auto& spec = *question.procedure;
  Procedure procedure;
  procedure.name = fmt::format("treaty.{}", question.name);
  procedure.description = spec.description;
  for (const auto input : spec.inputs) procedure.inputs.push_back({std::string(input), "ANY?"});
  procedure.needed_inputs = spec.inputs.size();
  procedure.inputs.push_back({"options", "MAP?"});
  for (const auto& [name, type] : spec.outputs) procedure.outputs.push_back({std::string(name), std::string(type)});
  procedure.call = [&question](const EvaluationContext& around, const ProcedureArguments& arguments, Budget& budget) {
    return rows_of(question, around, arguments, budget);
  };
  return procedure;
}

/// Adds all questions that have a procedure, in the order of their `place`.
void add_questions(Procedures& all) {
  std::vector<const Question*> asked;
  for (const auto& question : questions()) {
    if (question.procedure != nullptr) asked.push_back(&question);
  }
  std::ranges::stable_sort(asked, {}, [](const Question* question) { return question->procedure->place; });
  for (const auto* question : asked) all.add(asking(*question));
}

Procedure cite() {
  Procedure procedure;
  procedure.name = "treaty.cite";
  procedure.description = "The provisions that a citation names, as people type it: 'art 24(2)'";
  procedure.inputs = {{"citation", "STRING?"}};
  procedure.needed_inputs = 1;
  procedure.outputs = {{"node", "NODE?"}, {"exact", "BOOLEAN?"}};
  procedure.call = [](const EvaluationContext& around, const ProcedureArguments& arguments, Budget& /*budget*/) {
    ProcedureRows rows;
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
  procedure.call = [](const EvaluationContext& /*around*/, const ProcedureArguments& /*arguments*/,
                      Budget& /*budget*/) {
    ProcedureRows rows;
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
  add_questions(all);
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
    texts.reserve(columns.size());
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
