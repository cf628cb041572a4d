#pragma once
// Enumerates the bindings of a MATCH.

#include <optional>
#include <span>
#include <vector>

#include "queries/cypher/planning/match_plan.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/values/function_ref.h"

namespace treatygraph::queries::cypher {

/// The path formed by the values of a pattern's variables.
[[nodiscard]] Path path_of(const Pattern& pattern, const Row& row, const Graph& graph);

/// The matcher of one MATCH in one row. No relationship is used twice in a match.
class Matcher {
 public:
  Matcher(const MatchPlan& plan, Row& row, Context& context)
      : plan_(plan), row_(row), context_(context), may_repeat_(plan.may_repeat) {}

  /// Calls `found` with each binding in the row; it returns whether it wants more. False if `found` stopped the search.
  bool run(FunctionRef<bool()> found);
  /// The same with `used` relationships already taken by the clause; `found` gets those used since.
  bool run_after(std::span<const RelationshipId> used, bool may_repeat,
                 FunctionRef<bool(std::span<const RelationshipId>)> found);

 private:
  using Found = FunctionRef<bool()>;

  bool step(std::size_t at, Found found);
  // Out of line, because every step would pay for their stack frame.
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
  /// Binds `node` if it matches the step's node pattern; returns whether it did.
  bool reach(const MatchStep& step, NodeId node);
  [[nodiscard]] bool has_labels(const MatchStep& step, NodeId node) const;
  [[nodiscard]] bool is_used(RelationshipId relationship) const;
  bool properties_fit(const RelationshipPattern& pattern, RelationshipId relationship);
  /// All hops that the step may take from `node`.
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
