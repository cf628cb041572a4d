#pragma once
// Which safeguard reaches which power, offence or provision, and how.
//
//   excluded   the row prevails over ("notwithstanding") the provision that provides the safeguard, or over what
//              contains that
//   direct     the safeguard conditions the row itself; for a provision also a part of it, or a power or offence that
//              it or a part of it carries
//   inherited  it conditions a provision that contains the row, or (for a power or offence) the provision that carries
//              the row, or what contains that
//   reference  words that bind lead from the provision that carries the row (or is the row) to one that provides the
//              safeguard, directly or through others: it is subject to it or acts in accordance with it, or that one
//              applies to it. A definition or a mere mention binds nobody; `modes` can say otherwise. Words that bind
//              to a division bind to it as a whole: what its articles provide is carried with into_divisions only.
//   none       none of these
//
// The first that applies counts, with a witness. dependency_steps.h defines the steps.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

/// How a safeguard reaches a row; the head of the file defines each.
enum class Reach : std::uint8_t { Direct, Inherited, Reference, Excluded, None };
inline constexpr std::array<std::string_view, 5> kReachNames = {"direct", "inherited", "reference", "excluded", "none"};
/// treaty=: rows of one treaty with the safeguards of all.
inline constexpr std::string_view kAllTreaties = "all";

struct CoverageRequest {
  std::vector<std::string> rows = {"Power"};         ///< keys, labels, kinds: powers, offences, provisions
  std::vector<std::string> columns = {"Safeguard"};  ///< safeguards; a provision means those that it provides
  /// A slug: labels and kinds mean nodes of this treaty. "all": of all treaties. Empty: of the treaty of the rows; if
  /// they belong to several, the error asks which.
  std::string treaty;
  std::string only;                ///< one of kReachNames, or empty
  std::vector<std::string> modes;  ///< modes of references that carry a safeguard; empty: the binding ones
  bool into_divisions = false;     ///< also what the articles of a referenced division provide, and are bound to
  Scope scope;
  std::size_t limit = 200;  ///< rows
};

/// The matrix. Cells are stored row by row, one for each pair of a row and a column.
struct Coverage {
  struct Cell {
    Reach reach = Reach::None;
    std::vector<RelationshipId> witness;  ///< from the row to the provider of the safeguard; empty for None
    /// What the safeguard conditions, if not the row itself: a part of it, what carries it, or what contains it.
    std::optional<NodeId> holds_at;
  };
  /// The number of cells of each Reach.
  using Totals = std::array<std::size_t, kReachNames.size()>;

  std::vector<NodeId> rows;     ///< in document order
  std::vector<NodeId> columns;  ///< in document order
  std::vector<Cell> cells;      ///< row by row
  std::size_t asked_rows = 0;   ///< before `only` filtered some out
  /// Divisions that rows are bound to, and that provide safeguards which that did not carry; in document order.
  std::vector<NodeId> not_entered;
  std::string explanation;  ///< why the matrix is empty
  Truncated truncated;

  [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
  [[nodiscard]] Totals of_row(std::size_t row) const;
  [[nodiscard]] Totals of_column(std::size_t column) const;
  /// The rows that the safeguard reaches: neither excluded nor none.
  [[nodiscard]] std::size_t reached_in_column(std::size_t column) const;
  [[nodiscard]] Totals totals() const;
};

/// Computes the matrix. `only=none` keeps the rows that no column reaches; any other value keeps the cells of that
/// kind, and the rows that have one. InvalidArgument if a name cannot be a row or a column.
[[nodiscard]] Result<Coverage> coverage_of(const Graph& graph, const CoverageRequest& asked, Budget budget);

}  // namespace treatygraph::queries
