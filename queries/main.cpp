// treatygraph-query: every question of the catalogue, asked of a treaties.db on the command line.

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
#include <sys/ioctl.h>
#include <unistd.h>

#include "graph/database.h"
#include "queries/catalogue.h"
#include "queries/formats/render.h"
#include "queries/formats/table_answers.h"

namespace {

using treatygraph::Graph;
using treatygraph::Result;
using namespace treatygraph::queries;

struct Asked {
  std::string data;
  std::string format = "table";
  std::map<std::string, std::vector<std::string>> values;  ///< by parameter

  [[nodiscard]] Parameters parameters() const {
    Parameters all;
    for (const auto& [name, given] : values) {
      for (const auto& value : given) all.add(name, value);
    }
    return all;
  }
};

formats::TerminalStyle terminal_style() {
  if (isatty(STDOUT_FILENO) == 0) return {};
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return {true, known ? size.ws_col : 0U};
}

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

}  // namespace

int main(int argc, char** argv) try {
  constexpr int kUsage = 2;
  CLI::App program{"Asks a treaties.db", "treatygraph-query"};
  const auto asked = std::make_shared<Asked>();
  int exit_code = 0;
  program.add_option("--data,-d", asked->data, "The treaties.db to ask")->required();
  program.add_option("--format,-f", asked->format, "table, json, ndjson or csv")->capture_default_str();
  program.require_subcommand(1);
  program.fallthrough();
  for (const auto& question : questions()) add_question(program, question, asked, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  return exit_code;
} catch (const std::exception& error) {
  fmt::print(stderr, "treatygraph-query: {}\n", error.what());
  return 1;
}
