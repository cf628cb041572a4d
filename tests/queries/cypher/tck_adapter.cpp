// Answers scenarios of the openCypher TCK: one line of JSON in, one line of JSON out.

#include <exception>
#include <iostream>
#include <string>

#include "queries/cypher/asking/engine.h"
#include "queries/cypher/asking/treaty_procedures.h"
#include "tests/queries/cypher/tck_literals.h"
#include "tests/queries/cypher/tck_procedures.h"
#include "tests/queries/cypher/tck_scenario.h"

namespace treatygraph::testing {
namespace {

using queries::cypher::CypherError;
using queries::cypher::PreparedQuery;
using queries::cypher::Value;

std::string error_of(const std::string& id, const CypherError& error) {
  const auto* phase = error.phase == queries::cypher::Phase::Compile ? "compile time" : "runtime";
  return error_line(id, error.type, phase, error.detail, error.message);
}

std::string answer(const TckScenario& scenario) {
  const auto graph = Graph::build(scenario.graph, "scenario");
  if (!graph) return error_line(scenario.id, "GraphError", "setup", "", graph.error().detail);
  queries::cypher::Map parameters;
  for (const auto& [name, literal] : scenario.parameters) parameters.set(name, value_of_literal(literal));
  queries::cypher::Procedures procedures;
  for (const auto& table : scenario.procedures) procedures.add(procedure_of(table));
  for (const auto& known : queries::cypher::treaty_procedures().all()) procedures.add(known);
  const auto query = PreparedQuery::prepare(scenario.query, {*graph, {}, {}}, procedures, parameters);
  if (!query) return error_of(scenario.id, query.error());
  std::vector<std::vector<std::string>> rows;
  queries::Budget budget;
  const auto ran = query->run(parameters, budget, [&](std::span<const Value> row) {
    auto& literals = rows.emplace_back();
    for (const auto& value : row) literals.push_back(literal_of(value, *graph));
    return true;
  });
  if (!ran) return error_of(scenario.id, ran.error());
  return answer_line(scenario.id, query->columns(), rows);
}

}  // namespace
}  // namespace treatygraph::testing

int main() try {
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << treatygraph::testing::answer(treatygraph::testing::read_scenario(line)) << std::endl;
  }
} catch (const std::exception& error) {
  std::cerr << "tck_adapter: " << error.what() << '\n';
  return 1;
}
