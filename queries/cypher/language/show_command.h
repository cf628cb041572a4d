#pragma once
// SHOW FUNCTIONS and similar commands about the database instead of the graph.

#include <array>
#include <span>
#include <string_view>

namespace treatygraph::queries::cypher {

struct ShowColumn {
  std::string_view name;
  std::string_view type;  ///< type in the notation of procedures
  bool is_brief = true;   ///< shown even without YIELD
};

struct ShowCommand {
  std::string_view one;        ///< "FUNCTION"
  std::string_view many;       ///< "FUNCTIONS"
  std::string_view procedure;  ///< procedure that makes its rows; not callable by queries
  std::span<const ShowColumn> columns;
};

/// Columns as in the Cypher manual, "SHOW FUNCTIONS" and so on; columns that are always empty here are null.
[[nodiscard]] std::span<const ShowCommand> show_commands();

}  // namespace treatygraph::queries::cypher
