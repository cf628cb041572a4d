// treatygraph-query: openCypher and every question of the catalogue, asked of a treaties.db on the command line.

#include <cstdio>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/database.h"
#include "queries/catalogue.h"
#include "queries/cypher/statement.h"
#include "queries/cypher_prompt.h"
#include "queries/formats/render.h"
#include "queries/formats/table_answers.h"
#include "queries/terminal.h"

namespace {

using treatygraph::Graph;
using treatygraph::Result;
using namespace treatygraph::queries;

struct Asked {
  std::string data;
  std::string format = "table";
  std::string query;                                       ///< openCypher; empty: a prompt, where no question is asked
  std::vector<std::string> cypher_parameters;              ///< "name=json"
  std::map<std::string, std::vector<std::string>> values;  ///< by parameter

  [[nodiscard]] Parameters parameters() const {
    Parameters all;
    for (const auto& [name, given] : values) {
      for (const auto& value : given) all.add(name, value);
    }
    return all;
  }
};

Result<std::string> written(const Graph& graph, const Answer& answer, const std::string& format) {
  if (format == "table") return formats::to_text(formats::to_table(graph, answer), terminal_style());
  const auto known = formats::format_called(format);
  if (!known) return treatygraph::fail(known.error());
  return formats::render(graph, answer, *known);
}

Result<std::string> run(const Question& question, const Asked& asked) {
  const auto graph = treatygraph::open_database(asked.data);
  if (!graph) return treatygraph::fail(graph.error());
  const auto answer = ask(question, *graph, asked.parameters(), Budget());
  if (!answer) return treatygraph::fail(answer.error());
  for (const auto& warning : answer->warnings) fmt::print(stderr, "warning: {}\n", warning);
  return written(*graph, *answer, asked.format);
}

/// A required parameter may stand without its name: `dependencies uncc:art_35`.
void add_parameter(CLI::App& command, const ParameterSpec& parameter, Asked& asked) {
  auto& values = asked.values[std::string(parameter.name)];
  auto name = fmt::format("--{}", parameter.name);
  if (parameter.is_required) name += fmt::format(",{}", parameter.name);
  auto* option = command.add_option(name, values, std::string(parameter.help));
  option->type_name(std::string(parameter.value))->required(parameter.is_required)->allow_extra_args(false);
  if (!parameter.is_required) option->take_all();
}

void add_question(CLI::App& program, const Question& question, const std::shared_ptr<Asked>& asked, int& exit_code) {
  auto* command = program.add_subcommand(std::string(question.name), std::string(question.summary));
  for (const auto& parameter : question.parameters) add_parameter(*command, parameter, *asked);
  command->callback([&question, asked, &exit_code] {
    const auto text = run(question, *asked);
    if (text) {
      std::fwrite(text->data(), 1, text->size(), stdout);
      return;
    }
    fmt::print(stderr, "{}\n", text.error().detail);
    exit_code = 1;
  });
}

Result<cypher::Map> cypher_parameters(const std::vector<std::string>& given) {
  cypher::Map parameters;
  for (const auto& parameter : given) {
    const auto equals = parameter.find('=');
    if (equals == std::string::npos) {
      return treatygraph::fail(treatygraph::ErrorCode::InvalidArgument,
                               fmt::format("--param {}: expected name=json", parameter));
    }
    const auto json = parameter.substr(equals + 1);
    auto value = cypher::value_of_json(json);
    if (!value) {
      return treatygraph::fail(treatygraph::ErrorCode::InvalidArgument,
                               fmt::format("--param {}: {} (a string needs quotes)", parameter, value.error().message));
    }
    parameters.set(parameter.substr(0, equals), std::move(*value));
  }
  return parameters;
}

int ask_in_cypher(const Asked& asked) {
  const auto graph = treatygraph::open_database(asked.data);
  auto parameters = cypher_parameters(asked.cypher_parameters);
  if (!graph || !parameters) {
    fmt::print(stderr, "{}\n", graph ? parameters.error().detail : graph.error().detail);
    return 1;
  }
  const CypherOptions options{std::move(*parameters), asked.format};
  return asked.query.empty() ? prompt_for_cypher(*graph, options) : run_cypher(*graph, asked.query, options);
}

}  // namespace

int main(int argc, char** argv) try {
  constexpr int kUsage = 2;
  CLI::App program{"Asks a treaties.db", "treatygraph-query"};
  const auto asked = std::make_shared<Asked>();
  int exit_code = 0;
  program.add_option("--data,-d", asked->data, "The treaties.db to ask")->required();
  program
      .add_option(
          "--format,-f", asked->format,
          "table, json, ndjson, csv, or for graphs cytoscape, graphology, jgf, graphml, gexf, dot, turtle, jsonld")
      ->capture_default_str();
  program
      .add_option("--param,-p", asked->cypher_parameters,
                  "A parameter of the query, name=json; may be given several times")
      ->allow_extra_args(false);
  program.add_option("QUERY", asked->query, "openCypher; without it and without a question, a prompt");
  program.require_subcommand(0, 1);
  program.fallthrough();
  for (const auto& question : questions()) add_question(program, question, asked, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  return program.get_subcommands().empty() ? ask_in_cypher(*asked) : exit_code;
} catch (const std::exception& error) {
  fmt::print(stderr, "treatygraph-query: {}\n", error.what());
  return 1;
}
