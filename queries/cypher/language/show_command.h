#pragma once
// SHOW FUNCTIONS and similar commands about the database instead of the graph.

#include <array>
#include <span>
#include <string_view>

namespace treatygraph::queries::cypher {

struct ShowColumn {
  std::string_view name;
  std::string_view type;  ///< type in the notation of procedures
  bool is_brief = true;   ///< shown without YIELD; the others need YIELD
};

/// A command, by the singular or the plural of its noun.
struct ShowCommand {
  std::string_view one;        ///< "FUNCTION"
  std::string_view many;       ///< "FUNCTIONS"
  std::string_view procedure;  ///< procedure that makes its rows; not callable by queries
  std::span<const ShowColumn> columns;
};

/// All commands. Their columns are those of the Cypher manual, chapters "SHOW FUNCTIONS" and so on. Columns without a
/// meaning in this database are null.
[[nodiscard]] std::span<const ShowCommand> show_commands();

}  // namespace treatygraph::queries::cypher
