#pragma once
// All questions with their parameters. The server's routes and the command line's subcommands are made from this list,
// so both offer the same names.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "graph/graph.h"
#include "queries/catalogue/answer.h"
#include "queries/catalogue/parameters.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

struct ParameterSpec {
  std::string_view name;
  std::string_view value;  ///< allowed values: "KEY", "N", "out|in", "KEY,LABEL,..."
  std::string_view help;   ///< one line
  bool is_required = false;
  std::string_view fallback = {};  ///< the default; empty: none in particular
  std::size_t most = 0;            ///< for a number: larger values become this one, with a warning; 0: no limit
};

struct Question {
  std::string_view name;     ///< name of the subcommand: "dependencies", "participation"
  std::string_view route;    ///< "/v1/dependencies", "/v1/treaties/{slug}/participation": {x} is the parameter x
  std::string_view summary;  ///< one line
  std::string_view example;  ///< parameters that the bundled dataset can answer: "of=uncc:art_35&direction=out"
  std::span<const ParameterSpec> parameters;
  Result<Answer> (*ask)(const Graph& graph, const Parameters& parameters, const Budget& budget);
  bool is_graph = false;  ///< whether the answer can be drawn in graph formats
};

[[nodiscard]] std::span<const Question> questions();
/// The question of that name.
[[nodiscard]] const Question* find_question(std::string_view name);

/// For row formats, whose readers expect everything in the file: asks for the complete list unless `limit` or `cursor`
/// asks for a page.
void ask_for_all_rows(const Question& question, Parameters& parameters);

/// Checks that all parameters are known ("no parameter dept; nearest: depth"), then asks.
[[nodiscard]] Result<Answer> ask(const Question& question, const Graph& graph, const Parameters& parameters,
                                 const Budget& budget);

}  // namespace treatygraph::queries
