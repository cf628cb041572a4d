// The rows of SHOW FUNCTIONS, SHOW PROCEDURES, SHOW INDEXES, SHOW CONSTRAINTS, SHOW DATABASES and SHOW SETTINGS. The
// columns are in language/show_command.cpp, and the values of a row must be in their order.

#include <algorithm>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/asking/graph_procedures.h"
#include "queries/cypher/asking/treaty_procedures.h"
#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/functions/function_docs.h"
#include "queries/cypher/language/show_command.h"

namespace treatygraph::queries::cypher {
namespace {

/// The category as in the Cypher manual, guessed from the type of the result.
std::string category(const FunctionEntry& entry) {
  if (entry.returns == StaticKind::Temporal) return "Temporal";
  if (entry.name.starts_with("point")) return "Spatial";
  if (entry.name.starts_with("vector.")) return "Vector";
  if (entry.returns == StaticKind::Float) return "Numeric";
  if (entry.returns == StaticKind::String) return "String";
  if (entry.returns == StaticKind::List) return "List";
  return entry.returns == StaticKind::Boolean ? "Predicate" : "Scalar";
}

/// Parses "a :: INTEGER, [b :: STRING]" to a list of maps.
ValueList arguments_of(std::string_view text) {
  ValueList all;
  while (!text.empty()) {
    auto one = text.substr(0, text.find(", "));
    text.remove_prefix(std::min(one.size() + 2, text.size()));
    const bool is_optional = one.starts_with('[');
    if (is_optional) one = one.substr(1, one.size() - 2);
    const auto mark = one.find(" :: ");
    Map argument;
    argument.set("name", std::string(one.substr(0, mark)));
    argument.set("type", std::string(one.substr(mark + 4)));
    argument.set("isOptional", is_optional);
    all.emplace_back(std::move(argument));
  }
  return all;
}

std::vector<Value> function_row(std::string_view name, std::string kind, bool aggregates) {
  const auto* doc = find_function_doc(name);
  const FunctionDoc known = doc == nullptr ? FunctionDoc{name, {}, "ANY", {}} : *doc;
  return {std::string(name),
          std::move(kind),
          std::string(known.description),
          fmt::format("{}({}) :: {}", name, known.arguments, known.returns),
          true,
          arguments_of(known.arguments),
          std::string(known.returns),
          aggregates,
          false};
}

ProcedureRows functions(const Graph& /*graph*/) {
  ProcedureRows rows;
  for (const auto& entry : all_functions()) rows.push_back(function_row(entry.name, category(entry), false));
  for (const auto& entry : all_aggregates()) rows.push_back(function_row(entry.name, "Aggregating", true));
  std::ranges::sort(rows, {}, [](const std::vector<Value>& row) { return row[0].string(); });
  return rows;
}

ValueList columns_of(const std::vector<ProcedureColumn>& columns) {
  ValueList all;
  for (const auto& column : columns) {
    Map one;
    one.set("name", column.name);
    one.set("type", column.type);
    all.emplace_back(std::move(one));
  }
  return all;
}

/// The procedures behind SHOW have a blank in their name and are not listed.
bool is_shown(const Procedure& procedure) {
  return procedure.name.find(' ') == std::string::npos;
}

ProcedureRows procedures(const Graph& /*graph*/) {
  ProcedureRows rows;
  for (const auto& each : treaty_procedures().all()) {
    if (!is_shown(each)) continue;
    rows.push_back({each.name, each.description, std::string("READ"), false, signature(each), columns_of(each.inputs),
                    columns_of(each.outputs), false, false});
  }
  std::ranges::sort(rows, {}, [](const std::vector<Value>& row) { return row[0].string(); });
  return rows;
}

/// The indexes that always exist: the nodes of each label, the relationships of each type, and the nodes by key.
/// Indexes by property are made when a query needs them, and are not listed. Uses are not counted, and no statement
/// creates an index, so those columns are null.
ProcedureRows indexes(const Graph& /*graph*/) {
  const auto row = [](std::int64_t id, const char* name, const char* type, const char* entity, Value properties) {
    return std::vector<Value>{id,
                              std::string(name),
                              std::string("ONLINE"),
                              100.0,
                              std::string(type),
                              std::string(entity),
                              Value(),
                              std::move(properties),
                              std::string("treatygraph"),
                              Value(),
                              Value(),
                              Value(),
                              Value(),
                              Map(),
                              std::string(),
                              Value()};
  };
  return {row(1, "nodes_by_label", "LOOKUP", "NODE", Value()),
          row(2, "relationships_by_type", "LOOKUP", "RELATIONSHIP", Value()),
          row(3, "nodes_by_key", "RANGE", "NODE", ValueList{Value(std::string(kKeyProperty))})};
}

ProcedureRows constraints(const Graph& /*graph*/) {
  return {{1, std::string("a_key_has_one_node"), std::string("UNIQUENESS"), std::string("NODE"), Value(),
           ValueList{Value(std::string(kKeyProperty))}, std::string("nodes_by_key"), Value(), Map(), Value()}};
}

ProcedureRows databases(const Graph& /*graph*/) {
  return {{std::string("treatygraph"), std::string("standard"), ValueList(), std::string("read-only"), Value(),
           std::string("primary"), false, std::string("online"), std::string("online"), std::string(), true, true,
           ValueList()}};
}

/// None: the server's settings are options of its command line, which queries do not see.
ProcedureRows settings(const Graph& /*graph*/) {
  return {};
}

}  // namespace

void add_show_procedures(Procedures& all) {
  const auto rows_of = [](std::string_view procedure) {
    return procedure == "show functions"     ? functions
           : procedure == "show procedures"  ? procedures
           : procedure == "show indexes"     ? indexes
           : procedure == "show constraints" ? constraints
           : procedure == "show databases"   ? databases
                                             : settings;
  };
  for (const auto& command : show_commands()) {
    Procedure procedure;
    procedure.name = std::string(command.procedure);
    for (const auto& column : command.columns) {
      procedure.outputs.push_back({std::string(column.name), std::string(column.type)});
    }
    procedure.call = [rows = rows_of(command.procedure)](const EvaluationContext& around,
                                                         const std::vector<Value>& /*arguments*/,
                                                         Budget& /*budget*/) { return rows(around.graph); };
    all.add(std::move(procedure));
  }
}

}  // namespace treatygraph::queries::cypher
