#pragma once
// Enumerates all bindings of a MATCH, by backtracking through the steps of its plan.

#include <optional>
#include <span>
#include <vector>

#include "queries/cypher/planning/match_plan.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/values/function_ref.h"

namespace treatygraph::queries::cypher {

/// The path that the pattern's variables in the row form. All of them must be bound. Linear in its length.
[[nodiscard]] Path path_of(const Pattern& pattern, const Row& row, const Graph& graph);

/// Matches one plan, starting from the values in the row. No relationship is used twice in a match, unless REPEATABLE
/// ELEMENTS allows it (openCypher 9, "Uniqueness"). The plan, the row and the context must outlive it. Errors are
/// thrown.
class Matcher {
 public:
  Matcher(const MatchPlan& plan, Row& row, Context& context)
      : plan_(plan), row_(row), context_(context), may_repeat_(plan.may_repeat) {}

  /// Calls `found` for each match, with the bindings in the row. `found` returns whether it wants more. Returns false
  /// if `found` stopped the search; so do all the functions below that take a `found`.
  bool run(FunctionRef<bool()> found);
  /// The same for a repeated part: the `used` relationships may not be used again, and `found` gets the relationships
  /// of this match.
  bool run_after(std::span<const RelationshipId> used, bool may_repeat,
                 FunctionRef<bool(std::span<const RelationshipId>)> found);

 private:
  using Found = FunctionRef<bool()>;

  /// Executes step `at` and, for each of its rows, the steps after it.
  bool step(std::size_t at, Found found);
  // Out of line, because step() is recursive and would need stack for all of them.
  [[gnu::noinline]] bool start(const MatchStep& step, std::size_t at, Found found);
  std::vector<NodeId> nodes_with_keys(const MatchStep& step);
  /// The ends of a bound relationship.
  [[gnu::noinline]] bool ends(const MatchStep& step, std::size_t at, Found found);
  /// One hop.
  [[gnu::noinline]] bool expand(const MatchStep& step, std::size_t at, Found found);
  /// Every walk of several hops.
  [[gnu::noinline]] bool expand_many(const MatchStep& step, std::size_t at, Found found);
  /// Every end of a walk of several hops, once.
  [[gnu::noinline]] bool expand_ends(const MatchStep& step, std::size_t at, Found found);
  /// Counts the hops instead of emitting each.
  [[gnu::noinline]] bool count(const MatchStep& step, std::size_t at, Found found);
  [[nodiscard]] std::optional<std::int64_t> degree(const MatchStep& step) const;
  /// A walk along relationships that are bound as a list.
  [[gnu::noinline]] bool along_list(const MatchStep& step, std::size_t at, Found found);
  /// Every walk over repetitions of a quantified part.
  [[gnu::noinline]] bool expand_part(const MatchStep& step, std::size_t at, Found found);
  /// shortestPath() and allShortestPaths() between two bound ends.
  [[gnu::noinline]] bool shortest(const MatchStep& step, std::size_t at, Found found);
  [[gnu::noinline]] bool has_property(const MatchStep& step);
  [[gnu::noinline]] void build_path(const MatchStep& step);

  /// Charges examined nodes or relationships, and counts them for PROFILE.
  void spend(const MatchStep& step, std::size_t hits);
  /// Binds `node` as the node that the step reaches, if it fits: it has the labels, or it is the node that is bound
  /// already. Returns whether it fits.
  bool reach(const MatchStep& step, NodeId node);
  [[nodiscard]] bool has_labels(const MatchStep& step, NodeId node) const;
  [[nodiscard]] bool is_used(RelationshipId relationship) const;
  /// The properties of a variable-length relationship, checked for every relationship of the walk.
  bool properties_fit(const RelationshipPattern& pattern, RelationshipId relationship);
  /// Appends all hops that the step may take from `node`. A self-loop is one hop, even if the direction does not
  /// matter.
  void hops_from(const MatchStep& step, NodeId node, Direction direction, std::vector<Hop>& hops);
  struct Side;
  bool meets(const MatchStep& step, Side& side, const Side& other);
  std::optional<std::vector<RelationshipId>> shortest_walk(const MatchStep& step, NodeId from, NodeId to,
                                                           std::int64_t max);
  /// Writes the list of walked relationships to the row, in pattern order.
  void put_relationships(const MatchStep& step, std::span<const RelationshipId> walked);

  const MatchPlan& plan_;
  Row& row_;
  Context& context_;
  bool may_repeat_;
  std::vector<RelationshipId> used_;  ///< of the current partial match, in walking order
};

}  // namespace treatygraph::queries::cypher
