#pragma once
// The cells of statements, which several questions show as rows.

#include <string>
#include <string_view>
#include <vector>

#include "queries/formats/answers/table_cells.h"
#include "queries/questions/statements.h"

namespace treatygraph::queries::formats {

/// Cells of a statement and of those who made it.
class StatementCells : public TableCells {
 public:
  explicit StatementCells(const Graph& graph) : TableCells(graph), graph_(graph) {}

  /// Their titles, separated by "; ".
  [[nodiscard]] Cell speakers(const StatementHit& hit) const;
  /// What each speaker did about the treaty.
  [[nodiscard]] Cell acts(const StatementHit& hit) const;
  /// The same for a list of acts.
  [[nodiscard]] Cell acts(const std::vector<RelationshipId>& all) const;
  /// A property of the statement itself.
  [[nodiscard]] Cell of_statement(const StatementHit& hit, std::string_view name) const;
  /// The stance on the target, or else of the statement as a whole.
  [[nodiscard]] Cell of_hit(const StatementHit& hit, std::string_view name) const;
  /// "uncc:art_6__para_2 (article, low)"; "none known" if nothing in the final text corresponds.
  [[nodiscard]] Cell carried_to(const StatementHit& hit) const;

 private:
  /// "SIGNED 2025-10-25"; for a reservation its target, for a vote its value and event.
  [[nodiscard]] std::string act(RelationshipId relationship) const;
  /// "Iran: SIGNED 2025-10-25, VOTE requested 2024-08-08 event:..."
  [[nodiscard]] std::string acts_of(const Acts& acts) const;

  const Graph& graph_;
};

}  // namespace treatygraph::queries::formats
