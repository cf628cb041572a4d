#pragma once
// The variables that a MATCH has still to give values to, and the conditions that wait for them.

#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

struct MatchCondition {
  MatchStep step;           ///< Filter or Property
  std::vector<Slot> needs;  ///< of what this clause binds
  bool of_pattern = false;  ///< it is in the pattern, not in the WHERE of the clause
};

class MatchConditions {
 public:
  /// `given`: a node that has a value, though the pattern binds it.
  MatchConditions(const Graph& graph, std::span<const Pattern> patterns, const Expression* where, Slot given);

  [[nodiscard]] const std::vector<Slot>& binds() const { return binds_; }
  [[nodiscard]] bool is_open(Slot slot) const { return open_.contains(slot); }
  /// Whether all that the expression reads has its value.
  [[nodiscard]] bool is_known(const Expression& expression) const { return needs_of(expression).empty(); }
  [[nodiscard]] const std::vector<MatchCondition>& waiting() const { return waiting_; }

  void close(Slot slot) { open_.erase(slot); }
  /// Adds those whose variables all have values now to `steps`; they wait no longer.
  void place(std::vector<MatchStep>& steps);
  void drop(std::size_t condition) { waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(condition)); }
  /// Drops those for which `taken(condition)` is true; it may move their steps.
  template <typename Taken>
  void drop_if(const Taken& taken) {
    std::erase_if(waiting_, taken);
  }

 private:
  void bind_all(std::span<const Pattern> patterns);
  void bind(Slot slot);
  void add_all(const Graph& graph, std::span<const Pattern> patterns);
  void add_filters(const Expression* all, bool of_pattern);
  void add_properties(const Graph& graph, const Expression* map, Slot slot);
  [[nodiscard]] std::vector<Slot> needs_of(const Expression& expression) const;

  std::vector<Slot> binds_;
  std::set<Slot> open_;
  std::vector<MatchCondition> waiting_;
};

}  // namespace treatygraph::queries::cypher
