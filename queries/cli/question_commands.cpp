// The subcommands for the questions are made from the catalogue: each parameter is an option, and required parameters
// are also positional arguments.

#include "queries/cli/question_commands.h"

#include <algorithm>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/database.h"
#include "graph/program.h"
#include "queries/catalogue/catalogue.h"
#include "queries/cli/command_line.h"
#include "queries/cli/completion.h"
#include "queries/cli/terminal.h"
#include "queries/formats/answers/table_answers.h"
#include "queries/formats/drawing.h"
#include "queries/formats/graphs/graph_export.h"
#include "queries/formats/render.h"

namespace treatygraph::queries {
namespace {

/// Asks a question of the data file.
Result<std::string> run(const Question& question, const CommandLine& line) {
  const auto graph = open_data(line);
  if (!graph) return fail(graph.error());
  return answer_to(question, *graph, line.parameters(),
                   {line.format, line.iri_base, Budget(), line.layout, line.fields});
}

/// A required parameter may be given without its name: `dependencies uncc:art_35`.
void add_parameter(CLI::App& command, const ParameterSpec& parameter, CommandLine& line) {
  auto& values = line.values[std::string(parameter.name)];
  auto name = fmt::format("--{}", parameter.name);
  if (parameter.is_required) name += fmt::format(",{}", parameter.name);
  auto* option = command.add_option(name, values, std::string(parameter.help));
  option->type_name(std::string(parameter.value))->required(parameter.is_required)->allow_extra_args(false);
  if (!parameter.is_required) option->take_all();
}

/// "dependencies --of uncc:art_35 --direction out" for the example "of=uncc:art_35&direction=out".
std::string example_command(const Question& question) {
  auto command = fmt::format("treatygraph-query --data treaties.db {}", question.name);
  for (std::string_view rest = question.example; !rest.empty();) {
    const auto pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const auto equals = pair.find('=');
    const auto value = pair.substr(equals + 1);
    const auto* quote = value.find_first_of(" ()") == std::string_view::npos ? "" : "'";
    command += fmt::format(" --{} {}{}{}", pair.substr(0, equals), quote, value, quote);
  }
  return command;
}

/// The subcommand of one question.
void add_question(CLI::App& program, const Question& question, CommandLine& line) {
  auto* command = program.add_subcommand(std::string(question.name), std::string(question.summary));
  for (const auto& parameter : question.parameters) add_parameter(*command, parameter, line);
  command->footer("Example:\n  " + example_command(question));
  command->callback([&question, &line] {
    const auto text = run(question, line);
    if (!text) {
      line.exit_code = complain(text.error());
      return;
    }
    print(*text);
  });
}

/// Written piece by piece, so memory does not grow with the graph.
int export_graph(const CommandLine& line) {
  const auto graph = open_data(line);
  const auto format = formats::format_called(line.format == "table" ? "ndjson" : line.format);
  if (!graph || !format) return complain(graph ? format.error() : graph.error());
  auto whole = formats::GraphExport::of(*graph, *format, formats::export_writer, line.iri_base);
  if (!whole) return complain(whole.error());
  for (bool more = true; more;) {
    std::string piece;
    const auto next = whole->next(piece);
    if (!next) return complain(next.error());
    print(piece);
    more = *next;
  }
  return 0;
}

/// The answer in the format that was asked for.
Result<std::string> written(const Graph& graph, const Answer& answer, const AnswerOptions& options) {
  if (options.format == "table") {
    if (!options.layout.empty() || !options.fields.empty())
      return fail(ErrorCode::InvalidArgument, "--layout and --fields are for graph formats and JSON: add --format");
    return formats::to_text(formats::to_table(graph, answer), terminal_style());
  }
  const auto known = formats::format_called(options.format);
  if (!known) return fail(known.error());
  const auto fields = options.fields.empty() ? std::nullopt : std::optional(options.fields);
  const auto drawing = formats::drawing_asked(graph, *known, options.layout, fields);
  if (!drawing) return fail(drawing.error());
  return formats::render(graph, answer, *known, {drawing->layout, options.iri_base}).map([&](std::string body) {
    return formats::with_fields(std::move(body), *drawing);
  });
}

}  // namespace

Result<std::string> answer_to(const Question& question, const Graph& graph, Parameters parameters,
                              const AnswerOptions& options) {
  if (options.format == "csv" || options.format == "ndjson") ask_for_all_rows(question, parameters);
  const auto answer = ask(question, graph, parameters, options.budget);
  if (!answer) return fail(answer.error());
  auto text = written(graph, *answer, options);
  // A warning about an answer that could not be written would only confuse.
  if (!text) return text;  // nothing is told of an answer that cannot be given
  // JSON contains the reason and the quality. Warnings are repeated on stderr in any case.
  const bool says_so = options.format == "json";
  for (const auto& warning : answer->warnings) say("warning: " + warning);
  if (const auto& why = answer->body->truncated(); why && !says_so) say(fmt::format("not whole: {}", why->reason));
  if (answer->quality && !says_so) say("quality: " + sentence_of(*answer->quality));
  return text;
}

Parameters CommandLine::parameters() const {
  Parameters all;
  for (const auto& [name, given] : values) {
    for (const auto& value : given) all.add(name, value);
  }
  return all;
}

int complain(const Error& error) {
  say(error.detail);
  return kNoAnswer;
}

Result<Graph> open_data(const CommandLine& line) {
  std::string why_slow;
  auto graph = open_database(line.data, {}, Verify::WhenTouched, &why_slow);
  if (!why_slow.empty()) say("note: " + why_slow);
  return graph;
}

void add_questions(CLI::App& program, CommandLine& line) {
  for (const auto& question : questions()) add_question(program, question, line);
}

void add_export(CLI::App& program, CommandLine& line) {
  auto* command = program.add_subcommand("export", "the whole graph: as ndjson unless --format says otherwise");
  command->footer("Example:\n  treatygraph-query --data treaties.db --format graphml export > treaties.graphml");
  command->callback([&line] { line.exit_code = export_graph(line); });
}

void add_completion(CLI::App& program, CommandLine& line) {
  auto* command = program.add_subcommand("completion", "what a shell completes: bash or zsh");
  command->add_option("shell", line.values["shell"], "bash or zsh")->required()->expected(1);
  command->footer(
      "Examples:\n  source <(treatygraph-query completion bash)\n"
      "  treatygraph-query completion zsh > ~/.zfunc/_treatygraph-query");
  command->callback([&line] {
    const auto script = completion_script(line.values["shell"].front());
    if (script)
      print(*script);
    else
      line.exit_code = complain(script.error());
  });
}

}  // namespace treatygraph::queries
