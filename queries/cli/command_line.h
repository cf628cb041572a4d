#pragma once
// The parsed command line and the commands.

#include <map>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"
#include "queries/request/parameters.h"

namespace CLI {
class App;
}

namespace treatygraph::queries {

struct CommandLine {
  std::string data;
  std::string format = "table";
  std::string iri_base;                                    ///< of Turtle and JSON-LD
  std::string layout;                                      ///< of drawings
  std::vector<std::string> fields;                         ///< of properties; empty: all
  std::string query;                                       ///< openCypher; empty without a question: a prompt
  std::string file;                                        ///< with several openCypher queries
  std::vector<std::string> cypher_parameters;              ///< "name=json", "name=@FILE" or "@FILE"
  std::map<std::string, std::vector<std::string>> values;  ///< by parameter name
  int exit_code = 0;                                       ///< exit code of the command

  [[nodiscard]] Parameters parameters() const;
};

inline constexpr int kNoAnswer = 1;
inline constexpr int kUsage = 2;

/// Prints the error; returns the exit code.
int complain(const Error& error);

[[nodiscard]] Result<Graph> open_data(const CommandLine& line);

/// Adds a command for each question of the catalogue.
void add_questions(CLI::App& program, CommandLine& line);
/// Adds the command that exports the whole graph.
void add_export(CLI::App& program, CommandLine& line);
/// Adds the command that serves the Model Context Protocol on stdin and stdout.
void add_mcp(CLI::App& program, CommandLine& line);
/// Adds the command that prints completion scripts.
void add_completion(CLI::App& program, CommandLine& line);

/// "@FILE" means the contents of the file; anything else is itself.
[[nodiscard]] Result<std::string> given_or_read(const std::string& text);
[[nodiscard]] Result<cypher::Map> cypher_parameters(const std::vector<std::string>& given);

}  // namespace treatygraph::queries
