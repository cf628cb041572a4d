#pragma once
// A scenario of the openCypher TCK as one line of JSON: a graph, parameters, procedures, and a query.

#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"

namespace treatygraph::testing {

struct TckProcedure {
  std::string signature;  ///< "test.my.proc(in :: INTEGER?) :: (out :: STRING?)"
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< literals
};

struct TckScenario {
  std::string id;
  GraphRecords graph;
  std::vector<std::pair<std::string, std::string>> parameters;  ///< name, literal
  std::vector<TckProcedure> procedures;
  std::string query;
};

/// Throws std::runtime_error if the text is not a scenario.
[[nodiscard]] TckScenario read_scenario(const std::string& line);

/// One line of JSON: columns and rows of literals.
[[nodiscard]] std::string answer_line(const std::string& id, const std::vector<std::string>& columns,
                                      const std::vector<std::vector<std::string>>& rows);
[[nodiscard]] std::string error_line(const std::string& id, std::string_view type, std::string_view phase,
                                     std::string_view detail, std::string_view message);

}  // namespace treatygraph::testing
