#pragma once
// The parsed command line of treatygraph-query, and the functions that define its subcommands. Options are written into
// one CommandLine, to which the callbacks of the subcommands refer; it must outlive the parser.

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

/// The options and arguments of one run.
struct CommandLine {
  std::string data;                                        ///< the path of treaties.db
  std::string format = "table";                            ///< "table", or a name of formats::all_formats()
  std::string iri_base;                                    ///< of Turtle and JSON-LD
  std::string layout;                                      ///< of drawings
  std::vector<std::string> fields;                         ///< of properties; empty: all
  std::string query;                                       ///< openCypher; empty without a question: a prompt
  std::string file;                                        ///< with several openCypher queries
  std::vector<std::string> cypher_parameters;              ///< "name=json", "name=@FILE" or "@FILE"
  std::map<std::string, std::vector<std::string>> values;  ///< by parameter name
  int exit_code = 0;                                       ///< exit code of the command

  /// The values of a question's parameters.
  [[nodiscard]] Parameters parameters() const;
};

// Exit codes other than 0; --help documents them.
inline constexpr int kNoAnswer = 1;
inline constexpr int kUsage = 2;

/// Prints the error on stderr and returns the exit code.
int complain(const Error& error);

/// Opens the data file. A note on stderr says so if that is slow.
[[nodiscard]] Result<Graph> open_data(const CommandLine& line);

/// Adds a command for each question of the catalogue.
void add_questions(CLI::App& program, CommandLine& line);
/// Adds the command that exports the whole graph.
void add_export(CLI::App& program, CommandLine& line);
/// Adds the command that serves the Model Context Protocol on stdin and stdout.
void add_mcp(CLI::App& program, CommandLine& line);
/// Adds the command that prints completion scripts.
void add_completion(CLI::App& program, CommandLine& line);

/// The contents of the file if `text` is "@FILE"; otherwise `text` itself.
[[nodiscard]] Result<std::string> given_or_read(const std::string& text);
/// The parameters of a query from the values of --param; a later one replaces an earlier one. The error names the
/// value.
[[nodiscard]] Result<cypher::Map> cypher_parameters(const std::vector<std::string>& given);

}  // namespace treatygraph::queries
