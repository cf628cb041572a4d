#pragma once
// All questions. The server's routes and contract, the command line's subcommands and completion, openCypher's
// procedures and the tools of the Model Context Protocol are made from this list, so all offer the same.

#include <span>
#include <string_view>

#include "graph/graph.h"
#include "queries/answer/question.h"

namespace treatygraph::queries {

[[nodiscard]] std::span<const Question> questions();
/// The question of that name; null if there is none.
[[nodiscard]] const Question* find_question(std::string_view name);

/// Adds a copy of a question, for a program that has one of its own. Throws std::logic_error once questions() has been
/// called, because others keep pointers into the list.
void add_question(const Question& question);

/// For rows, whose readers expect everything in the file, and for procedures, whose queries filter and count the rows
/// themselves: asks for the complete list, or for as much as the question allows, unless `limit` or `cursor` asks for
/// less.
void ask_for_all_rows(const Question& question, Parameters& parameters);

/// Checks that all parameters are known ("no parameter dept; nearest: depth") and that none is missing, then asks and
/// adds notices, and the quality if it is asked for.
[[nodiscard]] Result<Answer> ask(const Question& question, const Graph& graph, const Parameters& parameters,
                                 const Budget& budget);

}  // namespace treatygraph::queries
