#pragma once
// The planner's bookkeeping of a MATCH: the variables that have no value yet, and the conditions that wait for them.

#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

/// A conjunct of WHERE, or of a pattern, with the variables that it needs.
struct MatchCondition {
  MatchStep step;           ///< Filter or Property
  std::vector<Slot> needs;  ///< the variables of this clause that it reads
  bool of_pattern = false;  ///< it comes from the pattern, not from the WHERE of the clause
};

/// Starts with all variables of the clause open. The planner closes a variable when a step binds it, and then places
/// the conditions that are ready, so each condition is checked as early as possible. The patterns and `where` must
/// outlive it.
class MatchConditions {
 public:
  /// `given`: the slot of a node that has a value although the pattern binds it, or kNoSlot.
  MatchConditions(const Graph& graph, std::span<const Pattern> patterns, const Expression* where, Slot given);

  /// All slots that the clause binds, in the order of the patterns.
  [[nodiscard]] const std::vector<Slot>& binds() const { return binds_; }
  /// Whether the variable belongs to this clause and has no value yet.
  [[nodiscard]] bool is_open(Slot slot) const { return open_.contains(slot); }
  /// Whether the expression can be computed now.
  [[nodiscard]] bool is_known(const Expression& expression) const { return needs_of(expression).empty(); }
  /// The conditions that no step checks yet. An index into it is valid until the next change.
  [[nodiscard]] const std::vector<MatchCondition>& waiting() const { return waiting_; }

  /// The variable has a value now.
  void close(Slot slot) { open_.erase(slot); }
  /// Moves the conditions whose variables all have values now to the end of `steps`.
  void place(std::vector<MatchStep>& steps);
  /// Removes a condition that the start of a pattern already guarantees.
  void drop(std::size_t condition) { waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(condition)); }
  /// Removes the conditions for which `taken(condition)` is true. `taken` may move their steps elsewhere.
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
