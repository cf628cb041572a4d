// The clauses are resolved in order, and `scope` has the variables that are visible at each of them. Slots are never
// reused: a variable of another clause or subquery has a slot of its own, so no clause overwrites a value that another
// one still needs.

#include "queries/cypher/meaning/semantics.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/counted.h"
#include "graph/nearest.h"
#include "graph/vocabulary.h"
#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/meaning/instead_of_neo4j.h"
#include "queries/cypher/meaning/name_resolver.h"
#include "queries/cypher/planning/counted_hops.h"
#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

ResolvedQuery resolve(Query& query, const EvaluationContext& around, const Procedures& procedures,
                      const Map& parameters) {
  return Resolver(around, procedures, parameters).whole(query);
}

ResolvedQuery Resolver::whole(Query& all) {
  ResolvedQuery resolved;
  for (const auto& note : all.notes) {
    add_warning(note);
  }
  auto columns = query(all, {}, true);
  resolved.columns = std::move(columns[0].names);
  for (const auto& part : columns) resolved.first_column.push_back(part.slots.empty() ? 0 : part.slots[0]);
  resolved.slot_count = slot_count_;
  resolved.reads_clock = reads_clock_;
  resolved.parameters = std::move(needed_parameters_);
  resolved.warnings = std::move(warnings_);
  resolved.looked_at = std::move(looked_at_);
  return resolved;
}

std::vector<Resolver::Columns> Resolver::query(Query& all, const Variables& outer, bool needs_return) {
  std::vector<Columns> columns;
  for (auto& part : all.parts) columns.push_back(single(part, outer, outer, needs_return));
  need_same_columns(columns);
  keep_columns(all, columns);
  return columns;
}

/// Tells each part which slots its columns are in.
void Resolver::keep_columns(Query& query, const std::vector<Columns>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) query.parts[i].columns = columns[i].slots;
}

void Resolver::need_same_columns(const std::vector<Columns>& columns) {
  for (const auto& part : columns) {
    if (part.names == columns[0].names) continue;
    syntax_error("DifferentColumnsInUnion",
                 fmt::format("the parts of a UNION must have the same columns: {} and {}",
                             fmt::join(columns[0].names, ", "), fmt::join(part.names, ", ")));
  }
}

namespace {

/// Whether the result of the projection is the same if rows are repeated: DISTINCT without aggregates, or only
/// aggregates that ignore duplicates. Then the match before it may reach each end once.
bool ignores_duplicates(const ProjectionClause& clause) {
  if (clause.aggregates.empty()) return clause.distinct;
  return std::ranges::all_of(clause.aggregates, [](const FunctionCall* aggregate) {
    if (aggregate->counts_rows) return false;
    return aggregate->distinct || aggregate->aggregate->name == "min" || aggregate->aggregate->name == "max";
  });
}

}  // namespace

Resolver::Columns Resolver::clause(Clause& one, const Position& position, Variables& scope,
                                   const Variables& constants) {
  const auto nothing_after = [&](std::string_view what) {
    if (position.next == nullptr) return;
    syntax_error("InvalidClauseComposition", fmt::format("nothing can follow {}", what), position.next->span);
  };
  return std::visit(
      Overloaded{[&](MatchClause& of) {
                   match(of, scope);
                   return Columns();
                 },
                 [&](UnwindClause& of) {
                   unwind(of, scope);
                   return Columns();
                 },
                 [&](CallClause& of) { return call(of, scope, position.is_alone, position.next == nullptr); },
                 [&](SubqueryClause& of) {
                   subquery(of, scope);
                   return Columns();
                 },
                 [&](ConditionalClause& of) {
                   auto columns = conditional(of, scope);
                   nothing_after("a query in brackets but UNION or NEXT");
                   return columns;
                 },
                 [&](ProjectionClause& of) {
                   if (of.is_return) nothing_after("RETURN but UNION");
                   return projection(of, scope, constants);
                 }},
      one.of);
}

/// Plans a MATCH again if the projection after it ignores duplicates, and lets it count if the projection only counts.
void Resolver::fit_to_next(SingleQuery& single) const {
  for (std::size_t i = 0; i + 1 < single.clauses.size(); ++i) {
    auto* match = as<MatchClause>(*single.clauses[i]);
    auto* next = as<ProjectionClause>(*single.clauses[i + 1]);
    if (match == nullptr || next == nullptr) continue;
    if (ignores_duplicates(*next)) {
      match->plan = plan_match(graph_, match->patterns, match->where.get(), key_property_, {true, match->may_repeat});
    }
    count_last_hop(*match, *next);
  }
}

Resolver::Columns Resolver::single(SingleQuery& single, const Variables& outer, const Variables& constants,
                                   bool needs_return) {
  auto scope = outer;
  Columns columns;
  const auto count = single.clauses.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto* next = i + 1 < count ? single.clauses[i + 1].get() : nullptr;
    columns = clause(*single.clauses[i], {next, count == 1}, scope, constants);
  }
  fit_to_next(single);
  const auto& last = *single.clauses.back();
  const auto* projected = as<ProjectionClause>(last);
  const auto* called = as<CallClause>(last);
  // A query may also end with a CALL that is the whole query, or that has no columns.
  const bool returns = is<ConditionalClause>(last) || (projected != nullptr && projected->is_return) ||
                       (called != nullptr && (count == 1 || called->yields.empty()));
  if (needs_return && !returns) {
    syntax_error("InvalidClauseComposition", "the query ends without RETURN; say what it should answer", last.span);
  }
  return columns;
}

void Resolver::match(MatchClause& clause, Variables& scope) {
  check_selector(clause.patterns, clause);
  patterns(clause.patterns, scope, true);
  if (clause.where) predicate(clause.where, scope);
  clause.plan = plan_match(graph_, clause.patterns, clause.where.get(), key_property_, {false, clause.may_repeat});
  warn_of_parts(clause);
}

void Resolver::unwind(UnwindClause& clause, Variables& scope) {
  const auto type = expression(*clause.list, scope, {});
  if (scope.find(clause.name) != nullptr) {
    syntax_error("VariableAlreadyBound", fmt::format("`{}` is already defined", clause.name), clause.span);
  }
  clause.slot = new_slot();
  scope.add(
      {clause.name, clause.slot, {type.kind == StaticKind::List ? type.element : StaticKind::Any, StaticKind::Any}});
  if (clause.number_name.empty()) return;
  if (scope.find(clause.number_name) != nullptr) {
    syntax_error("VariableAlreadyBound", fmt::format("`{}` is already defined", clause.number_name), clause.span);
  }
  clause.number_slot = new_slot();
  scope.add({clause.number_name, clause.number_slot, {StaticKind::Integer, StaticKind::Any}});
}

namespace {

/// The static kind of a column by its type's name, "STRING?" for example.
StaticKind kind_of_column(std::string_view type) {
  if (type.starts_with("STRING")) return StaticKind::String;
  if (type.starts_with("INTEGER")) return StaticKind::Integer;
  if (type.starts_with("FLOAT")) return StaticKind::Float;
  if (type.starts_with("BOOLEAN")) return StaticKind::Boolean;
  if (type.starts_with("LIST")) return StaticKind::List;
  if (type.starts_with("MAP")) return StaticKind::Map;
  if (type.starts_with("NODE")) return StaticKind::Node;
  if (type.starts_with("RELATIONSHIP")) return StaticKind::Relationship;
  return StaticKind::Any;
}

/// Whether a value of the static kind may be an argument of the column's type. Unknown kinds may.
bool accepts(std::string_view column, StaticKind given) {
  const auto wanted = kind_of_column(column);
  const bool is_number = given == StaticKind::Integer || given == StaticKind::Float;
  if (column.starts_with("NUMBER")) return is_number || given == StaticKind::Any || given == StaticKind::Null;
  if (wanted == StaticKind::Float && is_number) return true;
  return wanted == StaticKind::Any || given == StaticKind::Any || given == StaticKind::Null || wanted == given;
}

}  // namespace

/// CALL p on its own, without brackets, takes its arguments from the query parameters with the names of the inputs.
void Resolver::check_arguments(CallClause& clause, const Procedure& procedure, const Variables& scope,
                               bool standalone) {
  if (!clause.has_arguments) {
    if (!standalone && !procedure.inputs.empty()) {
      syntax_error("InvalidArgumentPassingMode",
                   fmt::format("inside a query {} takes its arguments in brackets", procedure.name), clause.span);
    }
    for (const auto& input : procedure.inputs) {
      need_parameter(
          input.name, clause.span,
          fmt::format("{} is called without arguments, and no parameter {} is given", procedure.name, input.name));
    }
    return;
  }
  const auto given = clause.arguments.size();
  if (given > procedure.inputs.size() || given < procedure.needed_inputs) {
    syntax_error(
        "InvalidNumberOfArguments",
        fmt::format("{} takes {}, not {}", procedure.name, counted(procedure.inputs.size(), "argument"), given),
        clause.span);
  }
  for (std::size_t i = 0; i < given; ++i) {
    auto& argument = *clause.arguments[i];
    const auto type = expression(argument, scope, {});
    if (!accepts(procedure.inputs[i].type, type.kind)) {
      syntax_error(
          "InvalidArgumentType",
          fmt::format("{} takes {} for {}", procedure.name, procedure.inputs[i].type, procedure.inputs[i].name),
          argument.span);
    }
  }
}

/// A CALL that is the whole query needs no YIELD: all columns of the procedure are its answer.
Resolver::Columns Resolver::call(CallClause& clause, Variables& scope, bool standalone, bool last) {
  const auto* procedure = procedures_.find(clause.procedure);
  if (procedure == nullptr) {
    std::vector<std::string_view> names;
    for (const auto& known : procedures_.all()) names.push_back(known.name);
    const auto near = nearest_of(clause.procedure, names, 2);
    const auto instead = instead_of_procedure(clause.procedure);
    throw CypherError{"ProcedureError", Phase::Compile, "ProcedureNotFound",
                      fmt::format("no procedure {}{}", clause.procedure,
                                  !instead.empty() ? fmt::format("; {}", instead)
                                  : near.empty()   ? "; CALL dbms.procedures() lists them"
                                                   : fmt::format("; did you mean {}?", fmt::join(near, " or "))),
                      clause.span};
  }
  clause.resolved = procedure;
  check_arguments(clause, *procedure, scope, standalone);
  if (clause.yields_all && !standalone) {
    syntax_error("UnexpectedSyntax", "inside a query YIELD names its columns; YIELD * is for a CALL on its own",
                 clause.span);
  }
  if ((standalone && !clause.has_yield) || clause.yields_all || clause.shows) {
    for (const auto& output : procedure->outputs)
      clause.yields.push_back({output.name, output.name, clause.span, kNoSlot});
  }
  Columns columns;
  for (auto& yielded : clause.yields) {
    const auto output = std::ranges::find(procedure->outputs, yielded.column, &ProcedureColumn::name);
    if (output == procedure->outputs.end()) {
      syntax_error("UndefinedVariable", fmt::format("{} has no column {}", procedure->name, yielded.column),
                   yielded.span);
    }
    if (scope.find(yielded.name) != nullptr) {
      syntax_error("VariableAlreadyBound", fmt::format("`{}` is already defined", yielded.name), yielded.span);
    }
    yielded.slot = new_slot();
    const StaticType type{kind_of_column(output->type), StaticKind::Any};
    scope.add({yielded.name, yielded.slot, type});
    columns.names.push_back(yielded.name);
    columns.slots.push_back(yielded.slot);
    columns.types.push_back(type);
  }
  if (clause.where) predicate(clause.where, scope);
  return last ? columns : Columns();
}

/// The outer variables that a part of a subquery sees. With brackets, CALL (a, b) {...}, those in the brackets. Without
/// brackets, all of them if the part begins with a WITH, which then imports; otherwise none.
Variables Resolver::imported(const SubqueryClause& clause, const SingleQuery& part, const Variables& scope) const {
  const auto* first = as<ProjectionClause>(*part.clauses[0]);
  const bool begins_with_with = first != nullptr && !first->is_return;
  if (clause.imports_all || (!clause.says_imports && begins_with_with)) return scope;
  Variables some;
  for (const auto& import : clause.imports) {
    const auto* known = scope.find(import.name);
    if (known == nullptr) undefined(import.name, import.span, scope);
    some.add(*known);
  }
  return some;
}

/// The columns of a subquery become variables, which must be new.
void Resolver::add_columns(const Columns& columns, Variables& scope) {
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    const auto& name = columns.names[i];
    if (scope.find(name) != nullptr) syntax_error("VariableAlreadyBound", fmt::format("`{}` is already defined", name));
    scope.add({name, columns.slots[i], columns.types[i]});
  }
}

/// Each part of a UNION may import other variables by its first WITH, so the parts are resolved one by one.
Resolver::Columns Resolver::subquery(SubqueryClause& clause, Variables& scope) {
  std::vector<Columns> columns;
  const bool has_constants = clause.imports_all || clause.says_imports;
  for (auto& part : clause.query->parts) {
    const auto outer = imported(clause, part, scope);
    columns.push_back(single(part, outer, has_constants ? outer : Variables(), true));
  }
  need_same_columns(columns);
  keep_columns(*clause.query, columns);
  add_columns(columns[0], scope);
  return columns[0];
}

/// Every branch sees the input row and returns the same columns.
Resolver::Columns Resolver::conditional(ConditionalClause& clause, Variables& scope) {
  std::vector<Columns> all;
  for (auto& branch : clause.branches) {
    if (branch.when) predicate(branch.when, scope);
    auto columns = query(*branch.query, scope, true);
    all.push_back(std::move(columns[0]));
  }
  need_same_columns(all);
  return all[0];
}

void Resolver::need_parameter(const std::string& name, Span span, std::string_view why) {
  if (parameters_.find(name) == nullptr) {
    throw CypherError{"ParameterMissing", Phase::Compile, "MissingParameter", std::string(why), span};
  }
  needed_parameters_.push_back(name);
}

void Resolver::undefined(const std::string& name, Span span, const Variables& scope) {
  std::vector<std::string_view> known;
  for (const auto& variable : scope.all()) known.push_back(variable.name);
  const auto near = nearest_of(name, known, 1);
  syntax_error(
      "UndefinedVariable",
      fmt::format("`{}` is not defined{}", name, near.empty() ? "" : fmt::format("; did you mean `{}`?", near[0])),
      span);
}

void Resolver::warn(std::string_view what, const std::string& name, const std::vector<std::string_view>& known) {
  const auto near = nearest_of(name, known, 1);
  add_warning(fmt::format("no {} {} in this graph{}", what, name,
                          near.empty() ? "" : fmt::format("; did you mean {}?", near[0])));
}

void Resolver::add_warning(std::string warning) {
  // A generated query may have thousands of unknown names.
  constexpr std::size_t kMostWarnings = 50;
  if (warnings_.size() > kMostWarnings || std::ranges::find(warnings_, warning) != warnings_.end()) return;
  if (warnings_.size() == kMostWarnings) warning = "more is to be said of this query; the first warnings are listed";
  warnings_.push_back(std::move(warning));
}

/// A name may be that of a label or of a type: the value decides, see resolve_labels().
void Resolver::know_label(const std::string& name) {
  if (graph_.labels().find(name) || graph_.types().find(name)) return;
  const auto all = graph_.labels().all();
  warn("node has the label", name, {all.begin(), all.end()});
}

void Resolver::know_property(const std::string& name) {
  if (name == property::kText) warn_of_text();
  if (graph_.properties().find(name) || name == key_property_ || name == property::kText) return;
  const auto all = graph_.properties().all();
  warn("node or relationship has the property", name, {all.begin(), all.end()});
}

void Resolver::know_type(const std::string& name) {
  if (graph_.types().find(name)) return;
  const auto all = graph_.types().all();
  warn("relationship has the type", name, {all.begin(), all.end()});
}

}  // namespace treatygraph::queries::cypher
