#pragma once
// Finds what a MATCH asks for, one binding of its variables after the other.

#include <optional>
#include <span>
#include <vector>

#include "queries/cypher/planning/match_plan.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/values/function_ref.h"

namespace treatygraph::queries::cypher {

/// The path that the values of a pattern's variables make.
[[nodiscard]] Path path_of(const Pattern& pattern, const Row& row, const Graph& graph);

/// Of one MATCH in one row. No relationship is walked twice in it.
class Matcher {
 public:
  Matcher(const MatchPlan& plan, Row& row, Context& context)
      : plan_(plan), row_(row), context_(context), may_repeat_(plan.may_repeat) {}

  /// Calls `found` with each binding in the row; whether it wants more. False when `found` said that it has enough.
  bool run(FunctionRef<bool()> found);
  /// The same after `used` have been walked in the clause; `found` is told what has been walked since.
  bool run_after(std::span<const RelationshipId> used, bool may_repeat,
                 FunctionRef<bool(std::span<const RelationshipId>)> found);

 private:
  using Found = FunctionRef<bool()>;

  bool step(std::size_t at, Found found);
  // Apart: every step that passes would pay for what they need of the stack.
  [[gnu::noinline]] bool start(const MatchStep& step, std::size_t at, Found found);
  std::vector<NodeId> nodes_with_keys(const MatchStep& step);
  [[gnu::noinline]] bool ends(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool expand(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool expand_many(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool expand_ends(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool count(const MatchStep& step, std::size_t at, Found found);
  [[nodiscard]] std::optional<std::int64_t> degree(const MatchStep& step) const;
  [[gnu::noinline]] bool along_list(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool expand_part(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool shortest(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool has_property(const MatchStep& step);
  [[gnu::noinline]] void build_path(const MatchStep& step);

  void spend(const MatchStep& step, std::size_t hits);
  /// Whether `node` fits the pattern that the step reaches, and puts it there.
  bool reach(const MatchStep& step, NodeId node);
  [[nodiscard]] bool has_labels(const MatchStep& step, NodeId node) const;
  [[nodiscard]] bool is_used(RelationshipId relationship) const;
  bool properties_fit(const RelationshipPattern& pattern, RelationshipId relationship);
  /// All hops that the step may walk from `node`.
  void hops_from(const MatchStep& step, NodeId node, Direction direction, std::vector<Hop>& hops);
  struct Side;
  bool meets(const MatchStep& step, Side& side, const Side& other);
  std::optional<std::vector<RelationshipId>> shortest_walk(const MatchStep& step, NodeId from, NodeId to,
                                                           std::int64_t max);
  void put_relationships(const MatchStep& step, std::span<const RelationshipId> walked);

  const MatchPlan& plan_;
  Row& row_;
  Context& context_;
  bool may_repeat_;
  std::vector<RelationshipId> used_;
};

}  // namespace treatygraph::queries::cypher
