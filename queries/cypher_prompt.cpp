#include "queries/cypher_prompt.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>

#include <editline/readline.h>
#include <fmt/format.h>
#include <unistd.h>

#include "queries/cypher/functions.h"
#include "queries/cypher/statement.h"
#include "queries/cypher/treaty_procedures.h"
#include "queries/cypher/value_json.h"
#include "queries/terminal.h"

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
  all = {"MATCH",    "OPTIONAL MATCH", "WHERE", "RETURN",   "WITH",    "UNWIND",  "CALL", "YIELD",
         "ORDER BY", "LIMIT",          "SKIP",  "DISTINCT", "EXPLAIN", "PROFILE", "UNION"};
  for (const auto names : {graph.labels().all(), graph.types().all(), graph.properties().all()}) {
    all.insert(all.end(), names.begin(), names.end());
  }
  for (const auto name : cypher::function_names()) all.emplace_back(name);
  for (const auto& procedure : cypher::treaty_procedures().all()) all.push_back(procedure.name);
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

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n;") == std::string::npos;
}

}  // namespace

int run_cypher(const Graph& graph, const std::string& query, const CypherOptions& options) {
  static const std::vector<std::string> kFormats = {"table", "json", "ndjson", "csv"};
  if (std::ranges::find(kFormats, options.format) == kFormats.end()) {
    fmt::print(stderr, "no format {} for rows; there are {}\n", options.format, fmt::join(kFormats, ", "));
    return 1;
  }
  const auto answer = cypher::ask(graph, {query, options.parameters, cypher::Statement::kUsualRows}, Budget());
  if (!answer) {
    fmt::print(stderr, "{}\n", cypher::explain(answer.error(), query));
    return 1;
  }
  for (const auto& warning : answer->warnings) fmt::print(stderr, "warning: {}\n", warning);
  const auto text = written(graph, *answer, options.format);
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (answer->truncated)
    fmt::print(stderr, "not whole: {}; {}\n", answer->truncated->reason, answer->truncated->how_to_go_on);
  return 0;
}

int prompt_for_cypher(const Graph& graph, const CypherOptions& options) {
  const bool edits = isatty(STDIN_FILENO) != 0;
  if (edits) {
    fmt::print("{} nodes, {} relationships. A query ends with ';'. Tab completes; Ctrl-D leaves.\n", graph.node_count(),
               graph.relationship_count());
    know_words(graph);
    rl_attempted_completion_function = complete;
  }
  int exit_code = 0;
  std::string query;
  for (std::string line; read_line(query.empty() ? "cypher> " : "      > ", edits, line);) {
    query += line + "\n";
    const auto last = line.find_last_not_of(" \t\r");
    if (last == std::string::npos || line[last] != ';') continue;
    if (!is_blank(query)) exit_code = run_cypher(graph, query, options);
    std::fflush(stdout);
    query.clear();
  }
  if (!is_blank(query)) exit_code = run_cypher(graph, query, options);
  return edits ? 0 : exit_code;
}

}  // namespace treatygraph::queries
