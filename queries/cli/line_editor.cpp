// libedit is used through its readline interface, which has global state and C callbacks; hence the globals here.
//
// While a line is read, Ctrl-C, Ctrl-Z and Ctrl-\ arrive as keys with functions of their own: a signal that comes
// between two reads of the editor would be lost. While a query runs they are signals again.

#include "queries/cli/line_editor.h"

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <vector>

#include <editline/readline.h>
#include <termios.h>
#include <unistd.h>

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

/// Keywords, names of the graph, functions, procedures and questions.
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

/// Called again and again for one completion, with `state` 0 first; null ends the list.
char* next_completion(const char* begun, int state) {
  static std::size_t at = 0;
  if (state == 0) at = 0;
  for (const std::string_view text = begun; at < words().size();) {
    const auto& word = words()[at++];
    if (word.starts_with(text)) return strdup(word.c_str());  // the editor frees it
  }
  return nullptr;
}

/// Replaces the completion of file names.
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
constexpr int kCtrlZ = 26;
constexpr int kCtrlBackslash = 28;

/// Ends the reading of this line.
int clear_line(int /*count*/, int /*key*/) {
  Interruption::remember();
  rl_done = 1;
  return 0;
}

/// What the terminal would do on Ctrl-Z.
int suspend(int /*count*/, int /*key*/) {
  return std::raise(SIGTSTP);
}

int quit(int /*count*/, int /*key*/) {
  return std::raise(SIGQUIT);
}

/// Bound anew for each line, because the editor begins each with its default keys.
int bind_signal_keys() {
  rl_parse_and_bind("setty -d -isig");
  rl_add_defun("treatygraph-clear-line", clear_line, kCtrlC);
  rl_add_defun("treatygraph-suspend", suspend, kCtrlZ);
  rl_add_defun("treatygraph-quit", quit, kCtrlBackslash);
  return 0;
}

/// While it exists, the terminal sends Ctrl-C and the like as keys and not as signals. A signal would be lost if it
/// came while the editor does not read.
class SignalsAsKeys {
 public:
  SignalsAsKeys() : is_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    auto without = before_;
    without.c_lflag &= ~static_cast<tcflag_t>(ISIG);
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &without);
  }
  ~SignalsAsKeys() {
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  SignalsAsKeys(const SignalsAsKeys&) = delete;
  SignalsAsKeys& operator=(const SignalsAsKeys&) = delete;

 private:
  termios before_{};
  bool is_terminal_;
};

}  // namespace

LineEditor::LineEditor(const Graph& graph) : history_(history_file()) {
  // The editor reads characters by the locale; without one it would drop what is not ASCII.
  if (const char* given = std::setlocale(LC_CTYPE, ""); given == nullptr || std::string_view(given) == "C")
    (void)std::setlocale(LC_CTYPE, "C.UTF-8");
  know_words(graph);
  rl_attempted_completion_function = complete;
  using_history();
  // The history file keeps the last 1,000 lines.
  stifle_history(1'000);
  rl_pre_input_hook = bind_signal_keys;
  if (!history_.empty()) read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  if (history_.empty()) return;
  std::error_code ignored;
  std::filesystem::create_directories(history_.parent_path(), ignored);
  write_history(history_.c_str());
}

LineEditor::Read LineEditor::read(const char* prompt, std::string& line) {
  const SignalsAsKeys signals_as_keys;
  if (Interruption::taken()) return Read::Cleared;  // a signal between two lines
  rl_done = 0;
  const std::unique_ptr<char, decltype(&std::free)> read(readline(prompt), &std::free);
  if (Interruption::taken()) return Read::Cleared;
  if (!read) return Read::End;
  line = read.get();
  if (!line.empty()) add_history(line.c_str());
  return Read::Line;
}

}  // namespace treatygraph::queries
