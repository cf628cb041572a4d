#include "queries/questions/coverage.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "queries/request/find_node.h"
#include "queries/treaty/lifted_references.h"
#include "queries/treaty/node_group.h"
#include "queries/treaty/safeguards_reaching.h"
#include "queries/walks/breadth_first.h"

namespace treatygraph::queries {
namespace {

using Witness = std::vector<RelationshipId>;

/// One row of the matrix while it is filled.
class Row {
 public:
  explicit Row(std::size_t columns) : cells(columns), open(columns) {}

  void fill(std::size_t column, Reach reach, Witness witness) {
    auto& cell = cells[column];
    if (cell.reach <= reach) return;
    if (cell.reach == Reach::None) --open;
    cell = {reach, std::move(witness)};
  }

  std::vector<Coverage::Cell> cells;
  std::size_t open;  ///< cells that are None
};

class Matrix {
 public:
  Matrix(const Graph& graph, std::vector<NodeId> columns, LiftedReferences references, const Carriers& carriers)
      : graph_(graph),
        columns_(std::move(columns)),
        references_(std::move(references)),
        carriers_(carriers),
        conditions_(graph, carriers),
        provides_(graph.types().find(type::kProvides)),
        scratch_(graph.node_count()) {
    for (std::size_t i = 0; i < columns_.size(); ++i) column_of_[columns_[i]] = i;
  }

  /// Nothing when the budget is spent.
  std::optional<Row> row(NodeId node, Budget& budget) {
    Row row(columns_.size());
    fill_direct(node, row);
    fill_inherited(node, row);
    if (row.open > 0 && !fill_referred(node, row, budget)) return std::nullopt;
    return row;
  }

  [[nodiscard]] const std::vector<NodeId>& columns() const { return columns_; }

 private:
  void fill_from_conditions(NodeId on, Reach reach, const Witness& way, Row& row) const {
    conditions_.each_on(on, [&](Hop hop) {
      const auto column = column_of_.find(hop.node);
      if (column == column_of_.end()) return;
      auto witness = way;
      witness.push_back(hop.relationship);
      if (const auto provided = provided_by(hop.node)) witness.push_back(*provided);
      row.fill(column->second, reach, std::move(witness));
    });
  }

  void fill_direct(NodeId node, Row& row) const {
    fill_from_conditions(node, Reach::Direct, {}, row);
    if (!is_provision(node)) return;
    const auto inside = graph_.subtree(node);
    for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      fill_from_conditions(part, Reach::Direct, {}, row);
    }
    carriers_.each_thing(inside, [&](Hop hop) {
      const bool counts = graph_.has_label(hop.node, label::kPower) || graph_.has_label(hop.node, label::kOffence);
      if (counts) fill_from_conditions(hop.node, Reach::Direct, {hop.relationship}, row);
    });
  }

  void fill_inherited(NodeId node, Row& row) const {
    const auto fill_above = [&](NodeId from, const Witness& way) {
      for (auto above = graph_.parent(from); above; above = graph_.parent(*above)) {
        fill_from_conditions(*above, Reach::Inherited, way, row);
      }
    };
    if (is_provision(node)) return fill_above(node, {});
    carriers_.each_carrier(node, [&](Hop carrier) {
      fill_from_conditions(carrier.node, Reach::Inherited, {carrier.relationship}, row);
      fill_above(carrier.node, {carrier.relationship});
    });
  }

  /// Walks outward over references from what carries the row.
  bool fill_referred(NodeId node, Row& row, Budget& budget) {
    scratch_.clear();
    arrivals_.clear();
    if (is_provision(node)) {
      start(node, {});
    } else {
      carriers_.each_carrier(
          node, [&](Hop carrier) { start(NodeId{references_.lifted(carrier.node)}, carrier.relationship); });
    }
    const auto starts = scratch_.size();
    std::size_t head = 0;
    while (head < scratch_.size() && row.open > 0) {
      if (!budget.spend(16)) return false;
      const NodeId at{scratch_[head]};
      if (head >= starts) fill_provided(at, head, row);
      const auto position = head++;
      if (!references_.is_walked_into(at)) continue;
      references_.each(at, Direction::Out, [&](const LiftedHop& hop) {
        if (is_in_start(NodeId{hop.node}, starts)) return;
        if (scratch_.push(hop.node, position)) arrivals_.push_back(hop.reference);
      });
    }
    return true;
  }

  void start(NodeId node, std::optional<RelationshipId> carried) {
    if (scratch_.push(static_cast<std::uint32_t>(node), 0)) arrivals_.push_back(carried);
  }
  [[nodiscard]] bool is_in_start(NodeId node, std::size_t starts) const {
    for (std::size_t i = 0; i < starts; ++i) {
      if (graph_.subtree(NodeId{scratch_[i]}).contains(node)) return true;
    }
    return false;
  }

  void fill_provided(NodeId at, std::size_t position, Row& row) const {
    if (!provides_ || !references_.is_walked_into(at)) return;
    for (const auto hop : graph_.out(graph_.subtree(at), *provides_)) {
      const auto column = column_of_.find(hop.node);
      if (column == column_of_.end() || !carriers_.sight().sees(hop)) continue;
      if (row.cells[column->second].reach != Reach::None) continue;
      auto witness = way_to(position);
      witness.push_back(hop.relationship);
      row.fill(column->second, Reach::Reference, std::move(witness));
    }
  }

  [[nodiscard]] Witness way_to(std::size_t position) const {
    Witness way;
    for (;; position = scratch_.came_from(position)) {
      if (arrivals_[position]) way.push_back(*arrivals_[position]);
      if (position == scratch_.came_from(position) || is_start(position)) break;
    }
    std::ranges::reverse(way);
    return way;
  }
  [[nodiscard]] bool is_start(std::size_t position) const {
    return !arrivals_[position] || graph_.type(*arrivals_[position]) != graph_.types().find(type::kRefersTo);
  }

  [[nodiscard]] bool is_provision(NodeId node) const { return graph_.has_label(node, label::kProvision); }
  [[nodiscard]] std::optional<RelationshipId> provided_by(NodeId safeguard) const {
    if (!provides_) return std::nullopt;
    for (const auto hop : graph_.in(safeguard, *provides_)) {
      if (carriers_.sight().sees(hop)) return hop.relationship;
    }
    return std::nullopt;
  }

  const Graph& graph_;
  std::vector<NodeId> columns_;
  std::unordered_map<NodeId, std::size_t> column_of_;
  LiftedReferences references_;
  const Carriers& carriers_;
  Conditions conditions_;
  std::optional<TypeId> provides_;
  WalkScratch scratch_;
  std::vector<std::optional<RelationshipId>>
      arrivals_;  ///< beside the queue; a start's is what carries the row, if any
};

Result<std::vector<NodeId>> rows_of(const Graph& graph, const CoverageRequest& request, const Carriers& carriers) {
  auto rows = find_group(graph, request.rows, request.treaty);
  if (!rows) return rows;
  std::erase_if(*rows, [&](NodeId node) { return carriers.hides(node); });
  for (const auto row : *rows) {
    const bool fits = graph.has_label(row, label::kProvision) || graph.has_label(row, label::kPower) ||
                      graph.has_label(row, label::kOffence);
    if (fits) continue;
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} cannot be a row; rows are powers, offences and provisions", graph.key(row)));
  }
  return rows;
}

Result<std::vector<NodeId>> columns_of(const Graph& graph, const CoverageRequest& request, const Carriers& carriers) {
  const auto named = find_group(graph, request.columns, request.treaty);
  if (!named) return fail(named.error());
  std::vector<NodeId> columns;
  const auto add = [&](NodeId node) {
    if (graph.has_label(node, label::kSafeguard) && !carriers.hides(node)) columns.push_back(node);
  };
  for (const auto node : *named) {
    add(node);
    if (graph.has_label(node, label::kProvision)) {
      carriers.each_thing(graph.subtree(node), [&](Hop hop) { add(hop.node); });
    } else if (!graph.has_label(node, label::kSafeguard)) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{} cannot be a column; columns are safeguards, or provisions that provide them",
                              graph.key(node)));
    }
  }
  std::ranges::sort(columns);
  columns.erase(std::ranges::unique(columns).begin(), columns.end());
  return columns;
}

Result<std::optional<Reach>> reach_called(const std::string& name) {
  if (name.empty()) return std::optional<Reach>();
  const auto found = std::ranges::find(kReachNames, name);
  if (found == kReachNames.end()) return fail(unknown_name("only", name, {kReachNames.begin(), kReachNames.end()}));
  return std::optional(static_cast<Reach>(found - kReachNames.begin()));
}

/// Whether the row stays in the answer; cells of another kind are emptied.
bool keep_only(Row& row, std::optional<Reach> only) {
  if (!only) return true;
  if (*only == Reach::None) return row.open == row.cells.size();
  bool kept = false;
  for (auto& cell : row.cells) {
    kept |= cell.reach == *only;
    if (cell.reach != *only) cell = {};
  }
  return kept;
}

std::string why_empty(const Coverage& coverage, const CoverageRequest& request) {
  const auto of = request.treaty.empty() ? std::string() : fmt::format(" of {}", request.treaty);
  if (coverage.asked_rows == 0) return fmt::format("{}{}: no such node", fmt::join(request.rows, ", "), of);
  if (coverage.columns.empty()) return fmt::format("{}{}: no safeguard", fmt::join(request.columns, ", "), of);
  return fmt::format(
      "{} rows were compared with {} safeguards, over CONDITIONS on them and on what they stand in, and over "
      "references "
      "at the level {}: none is left with only={}",
      coverage.asked_rows, coverage.columns.size(), name_of(request.level), request.only);
}

void count(Coverage::Totals& totals, const Coverage::Cell& cell) {
  ++totals.at(static_cast<std::size_t>(cell.reach));
}

}  // namespace

Coverage::Totals Coverage::of_row(std::size_t row) const {
  Totals totals{};
  for (std::size_t column = 0; column < columns.size(); ++column) count(totals, at(row, column));
  return totals;
}

Coverage::Totals Coverage::of_column(std::size_t column) const {
  Totals totals{};
  for (std::size_t row = 0; row < rows.size(); ++row) count(totals, at(row, column));
  return totals;
}

Coverage::Totals Coverage::totals() const {
  Totals totals{};
  for (const auto& cell : cells) count(totals, cell);
  return totals;
}

Result<Coverage> coverage_of(const Graph& graph, const CoverageRequest& request, Budget budget) {
  const auto only = reach_called(request.only);
  if (!only) return fail(only.error());
  auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  const Carriers carriers(graph, filter->sight());
  const auto rows = rows_of(graph, request, carriers);
  if (!rows) return fail(rows.error());
  auto columns = columns_of(graph, request, carriers);
  if (!columns) return fail(columns.error());

  Matrix matrix(graph, std::move(*columns), LiftedReferences(graph, request.level, std::move(*filter)), carriers);
  Coverage coverage;
  coverage.columns = matrix.columns();
  coverage.asked_rows = rows->size();
  const auto most_rows = budget.limits().nodes / std::max<std::size_t>(1, coverage.columns.size());
  for (const auto node : *rows) {
    if (coverage.rows.size() >= std::min(request.limit, std::max<std::size_t>(1, most_rows))) {
      coverage.truncated = cut_at_limit(coverage.rows.size(), "rows");
      break;
    }
    auto row = matrix.row(node, budget);
    if (!row) {
      coverage.truncated = cut_by(budget);
      break;
    }
    if (!keep_only(*row, *only)) continue;
    coverage.rows.push_back(node);
    std::ranges::move(row->cells, std::back_inserter(coverage.cells));
  }
  if ((coverage.rows.empty() || coverage.columns.empty()) && !coverage.truncated) {
    coverage.explanation = why_empty(coverage, request);
  }
  return coverage;
}

}  // namespace treatygraph::queries
