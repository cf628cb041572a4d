#pragma once
// What was asked on the command line, and the commands that ask it.

#include <map>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/catalogue/parameters.h"
#include "queries/cypher/values/value.h"

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
  std::string query;                                       ///< openCypher; empty: a prompt, where no question is asked
  std::string file;                                        ///< of several openCypher queries
  std::vector<std::string> cypher_parameters;              ///< "name=json", "name=@FILE" or "@FILE"
  std::map<std::string, std::vector<std::string>> values;  ///< by parameter of a question
  int exit_code = 0;                                       ///< set by the command that ran

  [[nodiscard]] Parameters parameters() const;
};

inline constexpr int kNoAnswer = 1;
inline constexpr int kUsage = 2;

/// Prints what is wrong; the exit code.
int complain(const Error& error);

[[nodiscard]] Result<Graph> open_data(const CommandLine& line);

/// A command for each question of the catalogue.
void add_questions(CLI::App& program, CommandLine& line);
/// The whole graph.
void add_export(CLI::App& program, CommandLine& line);
/// The Model Context Protocol on stdin and stdout.
void add_mcp(CLI::App& program, CommandLine& line);
/// Scripts for shells.
void add_completion(CLI::App& program, CommandLine& line);

/// "@FILE" is what stands in the file; anything else is itself.
[[nodiscard]] Result<std::string> given_or_read(const std::string& text);
[[nodiscard]] Result<cypher::Map> cypher_parameters(const std::vector<std::string>& given);

}  // namespace treatygraph::queries
