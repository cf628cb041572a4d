#pragma once
// Every question that can be asked, with its parameters: the server's routes and the command line's subcommands are
// made from this one list, so that they offer the same names.

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
  std::string_view value;  ///< what may stand there: "KEY", "N", "out|in", "KEY,LABEL,..."
  std::string_view help;   ///< one line
  bool is_required = false;
  std::string_view fallback = {};  ///< what it is where it is not given; empty: nothing in particular
  std::size_t most = 0;            ///< of a number: more becomes this, with a warning; 0: no bound
};

struct Question {
  std::string_view name;     ///< of the subcommand: "dependencies", "participation"
  std::string_view route;    ///< "/v1/dependencies", "/v1/treaties/{slug}/participation": {x} is the parameter x
  std::string_view summary;  ///< one line
  std::string_view example;  ///< parameters that the bundled data can answer: "of=uncc:art_35&direction=out"
  std::span<const ParameterSpec> parameters;
  Result<Answer> (*ask)(const Graph& graph, const Parameters& parameters, const Budget& budget);
  bool is_graph = false;  ///< whether the answer can be drawn: the formats of graphs take it
};

[[nodiscard]] std::span<const Question> questions();
/// The question of that name.
[[nodiscard]] const Question* find_question(std::string_view name);

/// For formats of rows, whose readers take a file for everything there is: asks for the whole list, unless `limit` or
/// `cursor` asks for a page of it.
void ask_for_all_rows(const Question& question, Parameters& parameters);

/// Checks that only known parameters were given ("no parameter dept; nearest: depth"), then asks.
[[nodiscard]] Result<Answer> ask(const Question& question, const Graph& graph, const Parameters& parameters,
                                 const Budget& budget);

}  // namespace treatygraph::queries
