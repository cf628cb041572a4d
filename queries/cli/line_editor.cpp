#include "queries/cli/line_editor.h"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <memory>
#include <vector>

#include <editline/readline.h>

#include "queries/catalogue/catalogue.h"
#include "queries/cli/interruption.h"
#include "queries/cypher/asking/treaty_procedures.h"
#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries {
namespace {

/// Candidates for the line editor's completion; global, because libedit calls a function without a context.
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
  for (const auto& question : questions()) all.emplace_back(question.name);
  for (const auto* command : {"help", "exit", "quit"}) all.emplace_back(command);
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

/// The history file, by the XDG base directory specification. Empty if there is no home directory.
std::filesystem::path history_file() {
  const auto folder = [](const char* variable) {
    const auto* value = std::getenv(variable);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
  };
  auto state = folder("XDG_STATE_HOME");
  if (state.empty() && !folder("HOME").empty()) state = folder("HOME") / ".local/state";
  return state.empty() ? state : state / "treatygraph/history";
}

constexpr int kCtrlC = 3;

/// Ends the reading of this line.
int clear_line(int /*count*/, int /*key*/) {
  Interruption::remember();
  rl_done = 1;
  return 0;
}

/// Ctrl-C is a key like any other while a line is typed, and the terminal's signal while a query runs.
void bind_ctrl_c() {
  rl_initialize();
  rl_add_defun("treatygraph-clear-line", clear_line, kCtrlC);
  rl_parse_and_bind("setty -d intr=");
}

}  // namespace

LineEditor::LineEditor(const Graph& graph) : history_(history_file()) {
  // The editor reads characters by the locale; without one it would drop what is not ASCII.
  if (const char* given = std::setlocale(LC_CTYPE, ""); given == nullptr || std::string_view(given) == "C")
    (void)std::setlocale(LC_CTYPE, "C.UTF-8");
  know_words(graph);
  rl_attempted_completion_function = complete;
  using_history();
  stifle_history(1'000);
  bind_ctrl_c();
  if (!history_.empty()) read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  if (history_.empty()) return;
  std::error_code ignored;
  std::filesystem::create_directories(history_.parent_path(), ignored);
  write_history(history_.c_str());
}

LineEditor::Read LineEditor::read(const char* prompt, std::string& line) {
  if (Interruption::taken()) return Read::Cleared;  // between two lines the terminal makes a signal of it
  rl_done = 0;
  const std::unique_ptr<char, decltype(&std::free)> read(readline(prompt), &std::free);
  if (Interruption::taken()) return Read::Cleared;
  if (!read) return Read::End;
  line = read.get();
  if (!line.empty()) add_history(line.c_str());
  return Read::Line;
}

}  // namespace treatygraph::queries
