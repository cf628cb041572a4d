#pragma once
// The plan of a MATCH: a sequence of steps that bind its variables one after another. It says where to start, which
// relationships to follow, and which condition to check as soon as its variables are bound.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

class PropertyIndex;
struct PathPlan;
struct MatchPlan;

/// One step. The matcher (running/matcher.h) executes a step for each row of the step before it. Which members are used
/// depends on `kind`.
struct MatchStep {
  enum class Kind : std::uint8_t {
    Bound,       ///< the node is bound already
    Key,         ///< the node whose key is the value of `expression`
    Keys,        ///< the nodes whose keys are in the list `expression`
    Indexed,     ///< the nodes whose property in `index` equals `expression`, and possibly others: a condition follows
    Label,       ///< every node with `labels[0]`, or with any of `any_labels`
    AllNodes,    ///< every node
    Ends,        ///< an end node of a relationship that is bound already
    Expand,      ///< follows one relationship from a bound node
    ExpandMany,  ///< follows several relationships, every path
    ExpandEnds,  ///< follows several relationships, reaching each node once, if the path does not matter
    ExpandPart,  ///< follows a quantified part, every path
    Shortest,    ///< finds a shortest path
    Select,      ///< finds the selected shortest paths between two ends of the whole pattern: see path_plan.h
    Filter,      ///< continues if `expression` is true
    Property,    ///< continues if property `name` of the element in `slot` equals `expression`
    BuildPath,   ///< builds the path of `pattern`
  };
  Kind kind = Kind::Bound;
  const NodePattern* node = nullptr;                  ///< the node that is reached
  const RelationshipPattern* relationship = nullptr;  ///< the followed relationship
  const Pattern* pattern = nullptr;
  const Expression* expression = nullptr;
  Slot from = kNoSlot;                    ///< slot of the start node
  Slot slot = kNoSlot;                    ///< slot of the reached node, of the tested element, or of the path
  std::string name;                       ///< of Property
  std::optional<PropertyId> property;     ///< id of `name` in the graph
  Direction direction = Direction::Both;  ///< seen from `from`
  bool backward = false;                  ///< followed from right to left in the pattern
  bool node_bound = false;                ///< the reached node is bound already
  bool counts = false;                    ///< emits one row with the number of hops: see counted_hops.h
  std::vector<LabelId> labels;            ///< required labels of the reached node
  std::vector<LabelId> any_labels;        ///< Label: at least one is required
  std::vector<TypeId> types;              ///< types followed
  const PropertyIndex* index = nullptr;
  std::shared_ptr<const PathPlan> paths;  ///< of Select
  bool impossible = false;                ///< a required label does not exist in the graph: the step has no rows
  double rows = 1;                        ///< estimated number of rows after the step, for EXPLAIN
};

/// Immutable once made, so many runs may share it. Points into the query that it was made from, and into the graph's
/// indexes: both must outlive it.
struct MatchPlan {
  std::vector<MatchStep> steps;
  std::vector<Slot> binds;  ///< variables that the clause binds: null if an OPTIONAL MATCH finds nothing
  bool single_hop = false;  ///< it follows at most one relationship, so used ones need not be recorded
  bool may_repeat = false;  ///< relationships may repeat
};

struct MatchOptions {
  bool ends_only = false;   ///< duplicate rows do not matter to the clauses that follow
  bool may_repeat = false;  ///< REPEATABLE ELEMENTS
};
/// Plans the patterns of one MATCH. `where` may be null. `key_property` is the property name that reads a node's key,
/// and empty if none does.
[[nodiscard]] std::shared_ptr<const MatchPlan> plan_match(const Graph& graph, std::span<const Pattern> patterns,
                                                          const Expression* where, std::string_view key_property,
                                                          MatchOptions options = {});
/// Sets the two plans of a repeated part, for one repetition: from its first node, and from its last. That node is
/// bound when the plan runs.
void plan_part(const Graph& graph, QuantifiedPattern& part, std::string_view key_property);

/// For COUNT { (n)-[:TYPE]->() } and similar subqueries: the step whose hops are the count, which the graph knows
/// without walking them. Null for all other queries.
[[nodiscard]] const MatchStep* degree_step(const Query& query);

/// A step in words, for EXPLAIN: the operator "NodeByLabel" and the details "(a:Article) of 68".
struct StepText {
  std::string op;
  std::string details;
};
[[nodiscard]] StepText describe(const MatchStep& step, const Graph& graph);

}  // namespace treatygraph::queries::cypher
