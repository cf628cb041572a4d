// The prompt collects lines until a ';' ends a query, unless the first word of a line is a command (":help") or the
// name of a question; those are run at once. Errors, warnings and profiles go to stderr, so the output of a script is
// only its answers.

#include "queries/cli/cypher_prompt.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>

#include <fmt/format.h>
#include <unistd.h>

#include "graph/program.h"
#include "queries/catalogue/catalogue.h"
#include "queries/cli/interruption.h"
#include "queries/cli/line_editor.h"
#include "queries/cli/question_commands.h"
#include "queries/cli/terminal.h"
#include "queries/cli/typed_question.h"
#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "queries/cypher/language/statement_text.h"
#include "queries/cypher/values/error_text.h"

namespace treatygraph::queries {
namespace {

/// The answer in one of the four formats of rows.
std::string written(const Graph& graph, const cypher::StatementAnswer& answer, const std::string& format) {
  if (format == "json") return cypher::rows_as_json(graph, answer, false);
  if (format == "ndjson") return cypher::rows_as_ndjson(graph, answer);
  const auto table = cypher::rows_as_table(graph, answer);
  return format == "csv" ? formats::to_csv(table) : formats::to_text(table, terminal_style());
}

constexpr std::string_view kHelp =
    R"(A query ends with ';' and may take several lines. Tab completes, the arrow keys look back. Ctrl-C clears what is
typed, and stops a query that runs.
  QUESTION ...       asks a question of the list below:    search art 24(2)     dependencies uncc:art_35 --direction in
  :param NAME JSON   gives the parameter $NAME a value     :param year 2024     :param key "uncc:art_24"
  :params            lists the parameters
  :format FORMAT     table, json, ndjson or csv
  :help              this, as help and :commands
  :quit              leaves, as quit, exit and Ctrl-D do
CALL dbms.procedures() lists what can be called; EXPLAIN and PROFILE before a query show how it is answered.
)";

/// ":param year 2024" as {":param", "year", "2024"}; the last part is the rest of the line.
std::vector<std::string> words_of(std::string_view line, std::size_t most) {
  constexpr std::string_view kBlank = " \t\r\n;";
  std::vector<std::string> found;
  for (line.remove_prefix(std::min(line.find_first_not_of(kBlank), line.size())); !line.empty();
       line.remove_prefix(std::min(line.find_first_not_of(kBlank), line.size()))) {
    const auto word =
        line.substr(0, found.size() + 1 == most ? line.find_last_not_of(kBlank) + 1 : line.find_first_of(kBlank));
    found.emplace_back(word);
    line.remove_prefix(word.size());
  }
  return found;
}

/// For :param.
void set_parameter(const std::vector<std::string>& words, CypherOptions& options) {
  if (words.size() != 3) {
    fmt::print(stderr, "expected :param NAME JSON, as :param year 2024\n");
    return;
  }
  auto value = cypher::value_of_json(words[2]);
  if (!value) {
    fmt::print(stderr, "{} is not JSON: {} (a string needs quotes)\n", words[2], value.error().message);
    return;
  }
  options.parameters.set(words[1], std::move(*value));
}

/// For :params.
void list_parameters(const Graph& graph, const CypherOptions& options) {
  for (const auto& [name, value] : options.parameters.entries()) {
    std::string text;
    formats::JsonText json(text);
    cypher::write_value(json, graph, value, cypher::JsonShape::Own);
    fmt::print("{} {}\n", name, text);
  }
}

/// Prints the error itself.
bool is_format(const std::string& format) {
  static const std::vector<std::string> kFormats = {"table", "json", "ndjson", "csv"};
  if (std::ranges::find(kFormats, format) != kFormats.end()) return true;
  fmt::print(stderr, "no format {} for rows; there are {}\n", format, fmt::join(kFormats, ", "));
  return false;
}

void help() {
  fmt::print("{}\nQuestions (QUESTION --help tells the parameters of one):\n", kHelp);
  for (const auto& question : questions()) fmt::print("  {:<18} {}\n", question.name, question.summary);
}

/// For QUESTION --help.
void describe(const Question& question) {
  fmt::print("{}: {}\n", question.name, question.summary);
  for (const auto& parameter : question.parameters) {
    fmt::print("  {}--{} {}  {}\n", parameter.is_required ? "" : " ", parameter.name, parameter.value, parameter.help);
  }
}

/// The first word of a line without what ends it.
std::string first_word(const std::string& line) {
  const auto words = words_of(line, 2);
  return words.empty() ? std::string() : words.front();
}

/// "help" and "quit" are commands only if nothing else is on the line.
bool is_alone(const std::string& line) {
  return words_of(line, 2).size() == 1;
}

/// Words that people try first, whatever the program.
bool is_command(const std::string& line) {
  const auto word = first_word(line);
  const bool is_plain = word == "help" || word == "quit" || word == "exit" || word == "?";
  return word.starts_with(':') || (is_plain && is_alone(line));
}

/// Answers are shown as on the command line; errors do not end the prompt.
void ask_question(const std::string& line, const Graph& graph, const CypherOptions& options) {
  if (line.find("--help") != std::string::npos) {
    describe(*question_in(line));
    return;
  }
  const auto typed = read_typed_question(line);
  const Budget budget(Budget::Limits{}, &Interruption::flag());
  const auto text =
      typed ? answer_to(*typed->question, graph, typed->parameters, {options.format, formats::kIriBase, budget})
            : Result<std::string>(fail(typed.error()));
  if (text)
    print(*text);
  else
    say(text.error().detail);
}

/// False if the command ends the prompt.
bool obey(const std::string& line, const Graph& graph, CypherOptions& options) {
  const auto words = words_of(line, 3);
  const auto& command = words[0];
  if (command == ":quit" || command == ":exit" || command == "quit" || command == "exit") return false;
  if (command == ":help" || command == ":commands" || command == "help" || command == "?") {
    help();
  } else if (command == ":param") {
    set_parameter(words, options);
  } else if (command == ":params") {
    list_parameters(graph, options);
  } else if (command == ":format") {
    if (words.size() == 2 && is_format(words[1])) options.format = words[1];
    if (words.size() != 2) fmt::print(stderr, "expected :format FORMAT, as :format csv\n");
  } else {
    fmt::print(stderr, "no command {}; :help lists them\n", command);
  }
  return true;
}

}  // namespace

int run_cypher(const Graph& graph, const std::string& query, const CypherOptions& options) {
  if (!is_format(options.format)) return 1;
  const auto answer = cypher::ask(graph, {query, options.parameters, cypher::Statement::kUsualRows},
                                  Budget(Budget::Limits{}, &Interruption::flag()));
  if (!answer) {
    fmt::print(stderr, "{}\n", cypher::explain(answer.error(), query));
    return 1;
  }
  for (const auto& warning : answer->warnings) fmt::print(stderr, "warning: {}\n", warning);
  // A profile would not be JSON.
  const auto text = written(graph, *answer, options.format);
  print(text);
  if (options.format != "json") fmt::print(stderr, "{}", cypher::profile_text(*answer));
  if (answer->truncated)
    fmt::print(stderr, "not whole: {}; {}\n", answer->truncated->reason, answer->truncated->how_to_go_on);
  return 0;
}

int run_cypher_file(const Graph& graph, const std::filesystem::path& file, const CypherOptions& options) {
  std::ifstream stream(file);
  if (!stream) {
    fmt::print(stderr, "{}: cannot be read\n", file.string());
    return 1;
  }
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  auto [statements, rest] = cypher::split_statements(text);
  if (!cypher::is_blank(rest)) statements.push_back(std::move(rest));
  for (const auto& statement : statements) {
    if (const int exit_code = run_cypher(graph, statement, options); exit_code != 0) return exit_code;
  }
  return 0;
}

namespace {

/// The state of a prompt: the query that has not ended yet, the parameters and the format.
class Prompt {
 public:
  Prompt(const Graph& graph, CypherOptions options) : graph_(graph), options_(std::move(options)) {}

  [[nodiscard]] const char* mark() const { return query_.empty() ? "cypher> " : "      > "; }
  void clear() { query_.clear(); }
  /// False if the command ends the prompt.
  bool take(const std::string& line) {
    if (query_.empty() && is_command(line)) return obey(line, graph_, options_);
    if (query_.empty() && question_in(line) != nullptr) {
      ask_question(line, graph_, options_);
      // An interruption ended what ran; it must not clear the next line as well.
      (void)Interruption::taken();  // by what ran
    } else {
      auto [whole, rest] = cypher::split_statements(query_ + line + "\n");
      for (const auto& statement : whole) exit_code_ = run_cypher(graph_, statement, options_);
      if (!whole.empty()) (void)Interruption::taken();
      query_ = cypher::is_blank(rest) ? std::string() : std::move(rest);
    }
    std::fflush(stdout);
    return true;
  }
  /// What was not ended is asked as well.
  /// Also runs a query at the end of the input that no ';' ends.
  int finish() {
    if (!cypher::is_blank(query_)) exit_code_ = run_cypher(graph_, query_, options_);
    return exit_code_;
  }

 private:
  const Graph& graph_;
  CypherOptions options_;
  std::string query_;
  int exit_code_ = 0;
};

/// Leaves with 0: an error at the prompt was seen by the person who typed.
int prompt_on_terminal(const Graph& graph, Prompt& prompt) {
  fmt::print("{} nodes, {} relationships. A query ends with ';'. help tells more.\n", graph.node_count(),
             graph.relationship_count());
  Interruption::catch_signal();
  LineEditor editor(graph);
  std::string line;
  for (;;) {
    switch (editor.read(prompt.mark(), line)) {
      case LineEditor::Read::End:
        (void)prompt.finish();
        return 0;
      case LineEditor::Read::Cleared:
        fmt::print("^C\n");
        prompt.clear();
        break;
      case LineEditor::Read::Line:
        if (!prompt.take(line)) return 0;
    }
  }
}

}  // namespace

int prompt_for_cypher(const Graph& graph, const CypherOptions& options) {
  Prompt prompt(graph, options);
  if (isatty(STDIN_FILENO) != 0) return prompt_on_terminal(graph, prompt);
  for (std::string line; std::getline(std::cin, line);) {
    if (!prompt.take(line)) break;
  }
  return prompt.finish();
}

}  // namespace treatygraph::queries
