#pragma once
// SHOW FUNCTIONS and its kin: what a client asks of the database instead of the graph.

#include <array>
#include <span>
#include <string_view>

namespace treatygraph::queries::cypher {

struct ShowColumn {
  std::string_view name;
  std::string_view type;  ///< as procedures write it
  bool is_brief = true;   ///< shown without YIELD, too
};

struct ShowCommand {
  std::string_view one;        ///< "FUNCTION"
  std::string_view many;       ///< "FUNCTIONS"
  std::string_view procedure;  ///< that makes its rows; no name that a query can call
  std::span<const ShowColumn> columns;
};

/// Columns as in the Cypher manual, "SHOW FUNCTIONS" and so on; those that would be empty for any graph here are there
/// and null.
[[nodiscard]] std::span<const ShowCommand> show_commands();

}  // namespace treatygraph::queries::cypher
