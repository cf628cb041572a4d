#pragma once
// Which safeguard reaches which power, offence or provision, and how.
//
//   direct     the safeguard conditions the row itself; for a provision also a part of it, or a power or offence that
//   it
//              or a part of it carries
//   inherited  it conditions a provision that the row stands in, or (for a power or offence) the provision that carries
//              the row, or what that stands in
//   reference  the provision that carries the row (or is the row), lifted to a level, refers to one that provides the
//              safeguard, directly or through others
//   none       none of these
//
// The first that holds counts, and a witness shows it.

#include <array>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

enum class Reach : std::uint8_t { Direct, Inherited, Reference, None };
inline constexpr std::array<std::string_view, 4> kReachNames = {"direct", "inherited", "reference", "none"};

struct CoverageRequest {
  std::vector<std::string> rows = {"Power"};         ///< keys, labels, kinds: powers, offences, provisions
  std::vector<std::string> columns = {"Safeguard"};  ///< of safeguards; a provision stands for those that it provides
  std::string treaty;                                ///< slug, for labels and kinds; empty: all
  std::string only;                                  ///< one of kReachNames, or empty
  Level level = Level::Article;                      ///< of references
  std::vector<std::string> modes;                    ///< of references; empty: all
  Scope scope;
  std::size_t limit = 200;  ///< rows
};

struct Coverage {
  struct Cell {
    Reach reach = Reach::None;
    std::vector<RelationshipId> witness;  ///< from the row to what provides the safeguard; empty for None
  };
  /// How many cells there are of each Reach, by its number.
  using Totals = std::array<std::size_t, 4>;

  std::vector<NodeId> rows;     ///< in document order
  std::vector<NodeId> columns;  ///< in document order
  std::vector<Cell> cells;      ///< row by row
  std::size_t asked_rows = 0;   ///< before `only` left some out
  std::string explanation;      ///< for an empty matrix
  Truncated truncated;

  [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
  [[nodiscard]] Totals of_row(std::size_t row) const;
  [[nodiscard]] Totals of_column(std::size_t column) const;
  [[nodiscard]] Totals totals() const;
};

/// `only=none` keeps the rows that no column reaches; another `only` keeps the cells of that kind, and the rows that
/// have one.
[[nodiscard]] Result<Coverage> coverage_of(const Graph& graph, const CoverageRequest& request, Budget budget);

}  // namespace treatygraph::queries
