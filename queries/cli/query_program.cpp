// Without a subcommand the argument is openCypher; each question is a subcommand of its own. Options may come before or
// after the subcommand (fallthrough), from the environment, or from a file.

#include "queries/cli/query_program.h"

#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/version.h"
#include "queries/cli/command_line.h"
#include "queries/cli/cypher_prompt.h"
#include "queries/formats/render.h"

namespace treatygraph::queries {
namespace {

constexpr auto* kFooter =
    "Examples:\n"
    "  treatygraph-query --data treaties.db dependencies uncc:art_35\n"
    "  treatygraph-query --data treaties.db --format html neighborhood uncc:art_24 > art_24.html\n"
    "  treatygraph-query --data treaties.db 'MATCH (n:Offence) RETURN n.key, n.name'\n"
    "  treatygraph-query --data treaties.db --param core=@core.json @outside.cypher\n"
    "Each question's own --help has another. Exit codes: 0 answered; 1 no answer, or not all of it could be written "
    "(the reason is "
    "on stderr); 2 usage.";

/// A file, one query, or the prompt.
int ask_in_cypher(const CommandLine& line) {
  const auto graph = open_data(line);
  if (!graph) return complain(graph.error());
  auto parameters = cypher_parameters(line.cypher_parameters);
  if (!parameters) return complain(parameters.error());
  const CypherOptions options{std::move(*parameters), line.format};
  if (!line.file.empty()) return run_cypher_file(*graph, line.file, options);
  const auto query = given_or_read(line.query);
  if (!query) return complain(query.error());
  return query->empty() ? prompt_for_cypher(*graph, options) : run_cypher(*graph, *query, options);
}

std::string format_help() {
  std::string names = "table";
  for (const auto& spec : formats::all_formats()) names += fmt::format(", {}", spec.name);
  return names;
}

/// The options that are the same for all subcommands.
void add_options(CLI::App& program, CommandLine& line) {
  program.add_option("--data,-d", line.data, "The treaties.db to ask")->envname("TREATYGRAPH_DATA");
  program.add_option("--format,-f", line.format, format_help())->capture_default_str();
  line.iri_base = formats::kIriBase;
  program
      .add_option("--iri-base", line.iri_base,
                  "Where the IRIs of turtle and jsonld begin: https://treaties.example.org/")
      ->check([](const std::string& base) {
        const auto checked = formats::check_iri_base(base);
        return checked ? std::string() : checked.error().detail;
      })
      ->capture_default_str();
  program.add_option("--layout", line.layout, "Positions for the nodes of graph formats: none, auto, layered or force");
  program.add_option("--fields", line.fields, "Of json, cytoscape and d3 only these properties; none: no property")
      ->delimiter(',')
      ->allow_extra_args(false);
  program
      .add_option("--param,-p", line.cypher_parameters,
                  "A parameter of the query: name=json, name=@FILE, or @FILE with an object of them; may be repeated")
      ->allow_extra_args(false);
  program.add_option("--file", line.file, "A file of openCypher queries, each ended by ';'");
  program.add_option("QUERY", line.query, "openCypher, or @FILE; without it and without a question, a prompt");
  program.set_config("--options", "", "A file (TOML) with options: data = \"treaties.db\"; [dependencies] of = ...");
}

}  // namespace

int run_query(int argc, char** argv) {
  CLI::App program{"Asks a treaties.db", "treatygraph-query"};
  CommandLine line;
  add_options(program, line);
  program.footer(kFooter);
  program.set_version_flag("--version", std::string(version()));
  program.require_subcommand(0, 1);
  program.fallthrough();
  add_questions(program, line);
  add_export(program, line);
  add_mcp(program, line);
  add_completion(program, line);
  // completion needs no data.
  program.parse_complete_callback([&] {
    if (line.data.empty() && !program.got_subcommand("completion")) throw CLI::RequiredError("--data");
  });
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  return program.get_subcommands().empty() ? ask_in_cypher(line) : line.exit_code;
}

}  // namespace treatygraph::queries
