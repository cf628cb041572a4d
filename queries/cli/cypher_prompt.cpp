#include "queries/cli/cypher_prompt.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>

#include <editline/readline.h>
#include <fmt/format.h>
#include <unistd.h>

#include "graph/program.h"
#include "queries/cli/terminal.h"
#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "queries/cypher/asking/treaty_procedures.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/language/statement_text.h"
#include "queries/cypher/values/error_text.h"

namespace treatygraph::queries {
namespace {

std::string written(const Graph& graph, const cypher::StatementAnswer& answer, const std::string& format) {
  if (format == "json") return cypher::rows_as_json(graph, answer, false);
  if (format == "ndjson") return cypher::rows_as_ndjson(graph, answer);
  const auto table = cypher::rows_as_table(graph, answer);
  return format == "csv" ? formats::to_csv(table) : formats::to_text(table, terminal_style());
}

/// What the line editor completes: libedit asks a function without a context.
std::vector<std::string>& words() {
  static std::vector<std::string> all;
  return all;
}

void know_words(const Graph& graph) {
  auto& all = words();
  all = {"MATCH",  "OPTIONAL MATCH", "WHERE",           "RETURN",        "WITH",     "UNWIND",  "CALL",
         "YIELD",  "ORDER BY",       "LIMIT",           "SKIP",          "DISTINCT", "EXPLAIN", "PROFILE",
         "UNION",  "SHORTEST",       "ALL SHORTEST",    "LET",           "FILTER",   "FOR",     "NEXT",
         "FINISH", "SHOW FUNCTIONS", "SHOW PROCEDURES", "SHOW DATABASES"};
  for (const auto names : {graph.labels().all(), graph.types().all(), graph.properties().all()}) {
    all.insert(all.end(), names.begin(), names.end());
  }
  for (const auto name : cypher::function_names()) all.emplace_back(name);
  for (const auto& procedure : cypher::treaty_procedures().all()) {
    if (procedure.name.find(' ') == std::string::npos) all.push_back(procedure.name);
  }
  std::ranges::sort(all);
}

char* next_completion(const char* begun, int state) {
  static std::size_t at = 0;
  if (state == 0) at = 0;
  for (const std::string_view text = begun; at < words().size();) {
    const auto& word = words()[at++];
    if (word.starts_with(text)) return strdup(word.c_str());  // the editor frees it
  }
  return nullptr;
}

char** complete(const char* text, int /*start*/, int /*end*/) {
  rl_attempted_completion_over = 1;
  return rl_completion_matches(text, next_completion);
}

bool read_line(const char* prompt, bool edits, std::string& line) {
  if (!edits) return static_cast<bool>(std::getline(std::cin, line));
  const std::unique_ptr<char, decltype(&std::free)> read(readline(prompt), &std::free);
  if (!read) return false;
  line = read.get();
  if (!line.empty()) add_history(line.c_str());
  return true;
}

/// Where what was typed is kept: by the XDG base directory specification. Empty where there is no home.
std::filesystem::path history_file() {
  const auto folder = [](const char* variable) {
    const auto* value = std::getenv(variable);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
  };
  auto state = folder("XDG_STATE_HOME");
  if (state.empty() && !folder("HOME").empty()) state = folder("HOME") / ".local/state";
  return state.empty() ? state : state / "treatygraph/history";
}

/// The line editor for as long as it lives, with what was typed the last times.
class Editor {
 public:
  explicit Editor(const Graph& graph) : history_(history_file()) {
    know_words(graph);
    rl_attempted_completion_function = complete;
    using_history();
    stifle_history(1'000);
    if (!history_.empty()) read_history(history_.c_str());
  }
  ~Editor() {
    if (history_.empty()) return;
    std::error_code ignored;
    std::filesystem::create_directories(history_.parent_path(), ignored);
    write_history(history_.c_str());
  }
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;

 private:
  std::filesystem::path history_;
};

constexpr std::string_view kHelp =
    R"(A query ends with ';' and may take several lines. Tab completes, the arrow keys look back.
  :param NAME JSON   gives the parameter $NAME a value     :param year 2024     :param key "uncc:art_24"
  :params            lists the parameters
  :format FORMAT     table, json, ndjson or csv
  :help              this
  :quit              leaves, as Ctrl-D does
CALL dbms.procedures() lists what can be called; EXPLAIN and PROFILE before a query show how it is answered.
)";

/// ":param year 2024" as {":param", "year", "2024"}; the last takes the rest of the line.
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

void set_parameter(const std::vector<std::string>& words, CypherOptions& options) {
  if (words.size() != 3) {
    fmt::print(stderr, "expected :param NAME JSON, as :param year 2024\n");
    return;
  }
  auto value = cypher::value_of_json(words[2]);
  if (!value) {
    fmt::print(stderr, "{} is no JSON: {} (a string needs quotes)\n", words[2], value.error().message);
    return;
  }
  options.parameters.set(words[1], std::move(*value));
}

void list_parameters(const Graph& graph, const CypherOptions& options) {
  for (const auto& [name, value] : options.parameters.entries()) {
    std::string text;
    formats::JsonText json(text);
    cypher::write_value(json, graph, value, cypher::JsonShape::Own);
    fmt::print("{} {}\n", name, text);
  }
}

bool is_format(const std::string& format) {
  static const std::vector<std::string> kFormats = {"table", "json", "ndjson", "csv"};
  if (std::ranges::find(kFormats, format) != kFormats.end()) return true;
  fmt::print(stderr, "no format {} for rows; there are {}\n", format, fmt::join(kFormats, ", "));
  return false;
}

/// False when it says to leave.
bool obey(const std::string& line, const Graph& graph, CypherOptions& options) {
  const auto words = words_of(line, 3);
  const auto& command = words[0];
  if (command == ":quit" || command == ":exit") return false;
  if (command == ":help") {
    fmt::print("{}", kHelp);
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
  const auto answer = cypher::ask(graph, {query, options.parameters, cypher::Statement::kUsualRows}, Budget());
  if (!answer) {
    fmt::print(stderr, "{}\n", cypher::explain(answer.error(), query));
    return 1;
  }
  for (const auto& warning : answer->warnings()) fmt::print(stderr, "warning: {}\n", warning);
  const auto text = written(graph, *answer, options.format);
  print(text);
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

int prompt_for_cypher(const Graph& graph, const CypherOptions& given) {
  const bool edits = isatty(STDIN_FILENO) != 0;
  auto options = given;
  std::optional<Editor> editor;
  if (edits) {
    fmt::print("{} nodes, {} relationships. A query ends with ';'. :help tells more.\n", graph.node_count(),
               graph.relationship_count());
    editor.emplace(graph);
  }
  int exit_code = 0;
  std::string query;
  for (std::string line; read_line(query.empty() ? "cypher> " : "      > ", edits, line);) {
    if (query.empty() && line.find_first_not_of(" \t") != std::string::npos &&
        line[line.find_first_not_of(" \t")] == ':') {
      if (!obey(line, graph, options)) break;
      continue;
    }
    auto [whole, rest] = cypher::split_statements(query + line + "\n");
    for (const auto& statement : whole) exit_code = run_cypher(graph, statement, options);
    std::fflush(stdout);
    query = cypher::is_blank(rest) ? std::string() : std::move(rest);
  }
  if (!cypher::is_blank(query)) exit_code = run_cypher(graph, query, options);
  return edits ? 0 : exit_code;
}

}  // namespace treatygraph::queries
