// How a row is filled: first from CONDITIONS on the row (direct), then from CONDITIONS on what contains it (inherited).
// Only if cells are still empty does a walk follow the binding references outward from the row's provision; each
// provision that it reaches fills the columns of the safeguards that it provides (reference). At last, what the row
// prevails over is excluded, whatever was found before. One walk serves all cells of a row.

#include "queries/questions/coverage.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "queries/request/find_node.h"
#include "queries/treaty/dependency_steps.h"
#include "queries/treaty/descriptions.h"
#include "queries/treaty/node_group.h"
#include "queries/treaty/safeguards_reaching.h"
#include "queries/treaty/versions.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

using Witness = std::vector<RelationshipId>;

/// The modes whose words bind, besides applies_to, which is followed from the other end.
constexpr std::array<std::string_view, 2> kBindingModes = {"subject_to", "in_accordance_with"};
/// The mode by which a row prevails over what provides a safeguard.
constexpr std::string_view kNotwithstanding = "notwithstanding";

/// One row of the matrix in the making.
class Row {
 public:
  explicit Row(std::size_t columns) : cells(columns), open(columns) {}

  /// A cell keeps the strongest reach: Reach is ordered so that a lower value is stronger, up to Reference.
  void fill(std::size_t column, Coverage::Cell filled) {
    auto& cell = cells[column];
    // An equal reach is kept as well, so the first witness stays: it is the nearest.
    if (cell.reach <= filled.reach) return;
    if (cell.reach == Reach::None) --open;
    cell = std::move(filled);
  }
  /// Excluded overrides every other reach.
  void exclude(std::size_t column, Witness witness) {
    auto& cell = cells[column];
    if (cell.reach == Reach::None) --open;
    cell = {Reach::Excluded, std::move(witness), {}};
  }

  std::vector<Coverage::Cell> cells;
  std::size_t open;  ///< number of None cells
};

/// The references that carry a safeguard, and those that exclude one.
struct Carrying {
  DependencySteps to;            ///< from the row's provision
  DependencySteps from;          ///< from what applies to it
  DependencySteps against;       ///< what it prevails over
  bool by_descriptions = false;  ///< whether words that only describe carry, too

  /// With requested modes, references are followed by these instead of the binding ones. applies_to is walked from what
  /// it applies to, so it needs steps of its own.
  [[nodiscard]] static Result<Carrying> of(const Graph& graph, const CoverageRequest& request) {
    auto modes = request.modes;
    if (modes.empty()) modes.assign(kBindingModes.begin(), kBindingModes.end());
    const bool applies = request.modes.empty() || std::ranges::find(modes, kAppliesTo) != modes.end();
    auto to = ReferenceFilter::of(graph, modes, request.scope);
    if (!to) return fail(to.error());
    auto from = ReferenceFilter::of(graph, {std::string(applies ? kAppliesTo : modes.front())}, request.scope);
    auto against = ReferenceFilter::of(graph, {std::string(kNotwithstanding)}, request.scope);
    const bool into = request.into_divisions;
    return Carrying{{graph, std::move(*to), {Direction::Out, Relation::RestsOn, into}},
                    {graph, std::move(*from), {Direction::Out, Relation::GovernedBy, into}},
                    {graph, std::move(*against), {}},
                    !request.modes.empty()};
  }
};

/// Fills rows one by one, with the memory of its walk shared between them.
class Matrix {
 public:
  Matrix(const Graph& graph, std::vector<NodeId> columns, Carrying carrying, const Carriers& carriers)
      : graph_(graph),
        columns_(std::move(columns)),
        carrying_(std::move(carrying)),
        carriers_(carriers),
        conditions_(graph, carriers),
        provides_(graph.types().find(type::kProvides)),
        descriptions_(graph),
        scratch_(graph.node_count()) {
    for (std::size_t i = 0; i < columns_.size(); ++i) column_of_[columns_[i]] = i;
  }

  /// Nothing if the budget is spent.
  std::optional<Row> row(NodeId node, Budget& budget) {
    Row row(columns_.size());
    fill_direct(node, row);
    fill_inherited(node, row);
    start_at(node);
    if (row.open > 0 && !fill_referred(row, budget)) return std::nullopt;
    fill_excluded(row);
    return row;
  }

  [[nodiscard]] const std::vector<NodeId>& columns() const { return columns_; }
  [[nodiscard]] std::vector<NodeId> not_entered() const { return {not_entered_.begin(), not_entered_.end()}; }

 private:
  /// Fills the columns whose safeguards condition `on`. The witness is the way to `on`, the CONDITIONS, and the
  /// PROVIDES that shows where the safeguard comes from.
  void fill_from_conditions(NodeId on, Reach reach, const Witness& way, std::optional<NodeId> holds_at,
                            Row& row) const {
    conditions_.each_on(on, [&](Hop hop) {
      const auto column = column_of_.find(hop.node);
      if (column == column_of_.end()) return;
      auto witness = way;
      witness.push_back(hop.relationship);
      // A safeguard without a provider is shown with the CONDITIONS alone.
      if (const auto provided = provided_by(hop.node)) witness.push_back(*provided);
      row.fill(column->second, {reach, std::move(witness), holds_at});
    });
  }

  /// For a provision, safeguards on its parts and on the powers and offences that it carries count as direct, too.
  void fill_direct(NodeId node, Row& row) const {
    fill_from_conditions(node, Reach::Direct, {}, {}, row);
    if (!is_provision(node)) return;
    const auto inside = graph_.subtree(node);
    for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      fill_from_conditions(part, Reach::Direct, {}, part, row);
    }
    carriers_.each_thing(inside, [&](Hop hop) {
      const bool counts = graph_.has_label(hop.node, label::kPower) || graph_.has_label(hop.node, label::kOffence);
      if (counts) fill_from_conditions(hop.node, Reach::Direct, {hop.relationship}, hop.node, row);
    });
  }

  /// For a power or an offence, the provisions that carry it are what contains it.
  void fill_inherited(NodeId node, Row& row) const {
    const auto fill_above = [&](NodeId from, const Witness& way) {
      for (auto above = graph_.parent(from); above; above = graph_.parent(*above)) {
        fill_from_conditions(*above, Reach::Inherited, way, *above, row);
      }
    };
    // A provision is contained in others; a thing is first carried by one.
    if (is_provision(node)) return fill_above(node, {});
    carriers_.each_carrier(node, [&](Hop carrier) {
      fill_from_conditions(carrier.node, Reach::Inherited, {carrier.relationship}, carrier.node, row);
      fill_above(carrier.node, {carrier.relationship});
    });
  }

  /// Begins the walk of a row: at the row, or at the provisions that carry it.
  void start_at(NodeId node) {
    scratch_.clear();
    arrivals_.clear();
    if (is_provision(node)) {
      start(node, {});
    } else {
      carriers_.each_carrier(node, [&](Hop carrier) { start(carrier.node, carrier.relationship); });
    }
    starts_ = scratch_.size();
  }
  /// Adds a start to the queue, with the relationship by which it carries the row, if the row is not a provision.
  void start(NodeId node, std::optional<RelationshipId> carried) {
    if (scratch_.push(static_cast<std::uint32_t>(node), 0)) arrivals_.push_back(carried);
  }

  /// Walks outward over binding references, breadth first, until all cells are filled. False if the budget is spent.
  bool fill_referred(Row& row, Budget& budget) {
    for (std::size_t head = 0; head < scratch_.size() && row.open > 0; ++head) {
      // Each node of the walk reads several lists.
      if (!budget.spend(16)) return false;
      const NodeId at{scratch_[head]};
      // What the starts themselves provide does not reach them by a reference.
      if (head >= starts_) fill_provided(at, head, row);
      // Only a start may be a division that is read itself.
      const auto origin = head < starts_ ? at : NodeId{scratch_[0]};
      const auto reach = [&](const DependencyHop& hop) {
        if (is_in_start(hop.to) || (!carrying_.by_descriptions && descriptions_.contain(hop.reference))) return;
        if (scratch_.push(static_cast<std::uint32_t>(hop.to), head)) arrivals_.emplace_back(hop.reference);
      };
      carrying_.to.each(at, origin, reach);
      carrying_.from.each(at, origin, reach);
    }
    return true;
  }
  /// References between parts of the row lead nowhere new.
  [[nodiscard]] bool is_in_start(NodeId node) const {
    return std::ranges::any_of(scratch_.queue().first(starts_),
                               [&](auto start) { return graph_.subtree(NodeId{start}).contains(node); });
  }

  /// Calls `visit(Hop)` with each PROVIDES of what is read with `at`; for a division, of everything in it.
  template <typename Visit>
  void each_provided(NodeId at, Visit visit) const {
    if (!provides_) return;
    const auto over = [&](const HopRange& hops) {
      for (const auto hop : hops) {
        if (carriers_.scope_filter().sees(hop)) visit(hop);
      }
    };
    over(graph_.out(graph_.subtree(at), *provides_));
    carrying_.to.reading().each_introduction(at, [&](NodeId above) { over(graph_.out(above, *provides_)); });
  }

  /// Fills the columns of what the reached provision provides. A treaty provides nothing as a whole. A division that is
  /// not entered is reported instead, if its articles would have filled a cell.
  void fill_provided(NodeId at, std::size_t position, Row& row) {
    const auto role = carrying_.to.reading().role_of(at);
    if (role == ReadingRole::Treaty) return;
    const bool is_entered = role != ReadingRole::Division || carrying_.to.is_entered(at);
    each_provided(at, [&](Hop hop) {
      const auto column = column_of_.find(hop.node);
      if (column == column_of_.end() || row.cells[column->second].reach != Reach::None) return;
      // The division is only reported: its articles may provide what the words do not bind to.
      if (!is_entered) {
        not_entered_.insert(at);
        return;
      }
      auto witness = way_to(position);
      witness.push_back(hop.relationship);
      row.fill(column->second, {Reach::Reference, std::move(witness), {}});
    });
  }

  /// Safeguards of the provisions that the row prevails over. Safeguards that are read with the row are not excluded by
  /// its own words.
  void fill_excluded(Row& row) const {
    if (!provides_) return;
    for (std::size_t i = 0; i < starts_; ++i) {
      const NodeId start{scratch_[i]};
      carrying_.against.each(start, start, [&](const DependencyHop& hop) {
        if (carrying_.against.reading().role_of(hop.to) == ReadingRole::Treaty) return;
        for (const auto provided : graph_.out(graph_.subtree(hop.to), *provides_)) {
          const auto column = column_of_.find(provided.node);
          const bool is_own = carrying_.to.reading().reads(start, graph_.source(provided.relationship));
          if (column == column_of_.end() || is_own || !carriers_.scope_filter().sees(provided)) continue;
          auto witness = way_to(i);
          witness.insert(witness.end(), {hop.reference, provided.relationship});
          row.exclude(column->second, std::move(witness));
        }
      });
    }
  }

  /// The chain from the row to the node at queue position `position`.
  [[nodiscard]] Witness way_to(std::size_t position) const {
    Witness way;
    for (; position >= starts_; position = scratch_.came_from(position)) way.push_back(*arrivals_[position]);
    if (arrivals_[position]) way.push_back(*arrivals_[position]);
    std::ranges::reverse(way);
    return way;
  }

  [[nodiscard]] bool is_provision(NodeId node) const { return graph_.has_label(node, label::kProvision); }
  /// The first visible PROVIDES of a safeguard, as part of a witness.
  [[nodiscard]] std::optional<RelationshipId> provided_by(NodeId safeguard) const {
    if (!provides_) return std::nullopt;
    for (const auto hop : graph_.in(safeguard, *provides_)) {
      if (carriers_.scope_filter().sees(hop)) return hop.relationship;
    }
    return std::nullopt;
  }

  const Graph& graph_;
  std::vector<NodeId> columns_;
  std::unordered_map<NodeId, std::size_t> column_of_;
  Carrying carrying_;
  const Carriers& carriers_;
  Conditions conditions_;
  std::optional<TypeId> provides_;
  Descriptions descriptions_;
  WalkScratch scratch_;
  std::size_t starts_ = 0;  ///< number of start nodes in the queue
  std::vector<std::optional<RelationshipId>>
      arrivals_;  ///< parallel to the queue; for a start, what carries the row, if any
  std::set<NodeId> not_entered_;
};

/// The treaty whose rows and columns are compared; empty: all. If it is not clear, the error asks which.
Result<std::string> treaty_compared(const Graph& graph, const CoverageRequest& request, const Carriers& carriers) {
  if (request.treaty == kAllTreaties) return std::string();
  if (!request.treaty.empty()) return request.treaty;
  const auto rows = find_group(graph, request.rows, "");
  if (!rows) return fail(rows.error());
  std::set<std::string_view> treaties;
  for (const auto row : *rows) {
    const auto treaty = version_of_key(graph.key(row));
    if (!carriers.hides(row) && find_treaty(graph, treaty)) treaties.insert(treaty);
  }
  // Rows of one treaty need no choice.
  if (treaties.size() <= 1) return treaties.empty() ? std::string() : std::string(*treaties.begin());
  return fail(ErrorCode::InvalidArgument,
              fmt::format("{} are of several treaties: {}; name one (treaty={}), or compare across them (treaty={})",
                          fmt::join(request.rows, ", "), fmt::join(treaties, ", "), *treaties.begin(), kAllTreaties));
}

/// The visible rows. Other things than powers, offences and provisions are refused.
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

/// The visible safeguards, in document order; a provision means the safeguards that it and its parts provide.
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
  const auto* found = std::ranges::find(kReachNames, name);
  if (found == kReachNames.end()) return fail(unknown_name("only", name, {kReachNames.begin(), kReachNames.end()}));
  return std::optional(static_cast<Reach>(found - kReachNames.begin()));
}

/// Whether the row stays in the answer; cells of other kinds are emptied.
bool keep_only(Row& row, std::optional<Reach> only) {
  if (!only) return true;
  // With only=none, a row with any filled cell is dropped.
  if (*only == Reach::None) return row.open == row.cells.size();
  bool kept = false;
  for (auto& cell : row.cells) {
    kept |= cell.reach == *only;
    if (cell.reach != *only) cell = {};
  }
  return kept;
}

/// Names the first cause: no such rows, no safeguards, or nothing left after `only`.
std::string why_empty(const Coverage& coverage, const CoverageRequest& request) {
  const auto of = request.treaty.empty() ? std::string() : fmt::format(" of {}", request.treaty);
  if (coverage.asked_rows == 0) return fmt::format("{}{}: no such node", fmt::join(request.rows, ", "), of);
  if (coverage.columns.empty()) return fmt::format("{}{}: no safeguard", fmt::join(request.columns, ", "), of);
  return fmt::format(
      "{} rows were compared with {} safeguards, over CONDITIONS on them and on what contains them, and over "
      "references {}: none is left with only={}",
      coverage.asked_rows, coverage.columns.size(),
      request.modes.empty() ? "that bind" : fmt::format("that are {}", fmt::join(request.modes, " or ")), request.only);
}

/// Counts a cell by its reach.
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

std::size_t Coverage::reached_in_column(std::size_t column) const {
  const auto totals = of_column(column);
  const auto of = [&](Reach reach) { return totals.at(static_cast<std::size_t>(reach)); };
  return of(Reach::Direct) + of(Reach::Inherited) + of(Reach::Reference);
}

Coverage::Totals Coverage::totals() const {
  Totals totals{};
  for (const auto& cell : cells) count(totals, cell);
  return totals;
}

Result<Coverage> coverage_of(const Graph& graph, const CoverageRequest& asked, Budget budget) {
  auto request = asked;
  const auto only = reach_called(request.only);
  if (!only) return fail(only.error());
  auto carrying = Carrying::of(graph, request);
  if (!carrying) return fail(carrying.error());
  // All parts of the question use the same scope.
  const Carriers carriers(graph, carrying->to.filter().scope_filter());
  auto treaty = treaty_compared(graph, request, carriers);
  if (!treaty) return fail(treaty.error());
  request.treaty = std::move(*treaty);
  const auto rows = rows_of(graph, request, carriers);
  if (!rows) return fail(rows.error());
  auto columns = columns_of(graph, request, carriers);
  if (!columns) return fail(columns.error());

  Matrix matrix(graph, std::move(*columns), std::move(*carrying), carriers);
  Coverage coverage;
  coverage.columns = matrix.columns();
  coverage.asked_rows = rows->size();
  // The node limit of the budget bounds the cells, since the answer grows with them.
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
    // Rows that `only` drops do not count towards the limit.
    if (!keep_only(*row, *only)) continue;
    coverage.rows.push_back(node);
    std::ranges::move(row->cells, std::back_inserter(coverage.cells));
  }
  coverage.not_entered = matrix.not_entered();
  if ((coverage.rows.empty() || coverage.columns.empty()) && !coverage.truncated) {
    coverage.explanation = why_empty(coverage, request);
  }
  return coverage;
}

}  // namespace treatygraph::queries
