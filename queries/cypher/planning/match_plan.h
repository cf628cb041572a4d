#pragma once
// The order in which the parts of a MATCH are found: where to start, what to follow, and which condition to check as
// soon as its variables are bound.

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

struct MatchStep {
  enum class Kind : std::uint8_t {
    Bound,       ///< the node is bound already
    Key,         ///< the node whose key is the value of `expression`
    Keys,        ///< the nodes whose keys are in the list `expression`
    Indexed,     ///< the nodes whose property in `index` equals `expression`, and possibly others
    Label,       ///< every node with `labels[0]`, or with any of `any_labels`
    AllNodes,    ///< every node
    Ends,        ///< an end node of a relationship that is bound already
    Expand,      ///< follows one relationship from a bound node
    ExpandMany,  ///< follows several relationships, every path
    ExpandEnds,  ///< follows several relationships, reaching each node once, if the path does not matter
    ExpandPart,  ///< follows a quantified part, every path
    Shortest,    ///< finds a shortest path
    Select,      ///< finds the selected shortest paths between two ends of the whole pattern: see path_plan.h
    Filter,      ///< continues if `expression` holds
    Property,    ///< continues if property `name` of the value in `slot` equals `expression`
    BuildPath,   ///< builds the path of `pattern`
  };
  Kind kind = Kind::Bound;
  const NodePattern* node = nullptr;                  ///< the reached node
  const RelationshipPattern* relationship = nullptr;  ///< the followed relationship
  const Pattern* pattern = nullptr;
  const Expression* expression = nullptr;
  Slot from = kNoSlot;  ///< slot of the start node
  Slot slot = kNoSlot;
  std::string name;
  std::optional<PropertyId> property;     ///< id of `name` in the graph
  Direction direction = Direction::Both;  ///< seen from `from`
  bool backward = false;                  ///< followed from right to left in the pattern
  bool node_bound = false;                ///< the reached node is bound already
  bool counts = false;                    ///< emits the number of hops instead of each: see counted_hops.h
  std::vector<LabelId> labels;            ///< required labels of the reached node
  std::vector<LabelId> any_labels;        ///< Label: at least one is required
  std::vector<TypeId> types;              ///< types followed
  const PropertyIndex* index = nullptr;
  std::shared_ptr<const PathPlan> paths;  ///< of Select
  bool impossible = false;                ///< a label or type that does not exist in the graph
  double rows = 1;                        ///< estimated
};

/// Immutable once made; refers to the query that it was made from.
struct MatchPlan {
  std::vector<MatchStep> steps;
  std::vector<Slot> binds;  ///< variables that the clause binds: null if an OPTIONAL MATCH finds nothing
  bool single_hop = false;  ///< it follows at most one relationship, so none twice
  bool may_repeat = false;  ///< relationships may repeat
};

struct MatchOptions {
  bool ends_only = false;   ///< duplicate rows do not matter to what follows
  bool may_repeat = false;  ///< REPEATABLE ELEMENTS
};
[[nodiscard]] std::shared_ptr<const MatchPlan> plan_match(const Graph& graph, std::span<const Pattern> patterns,
                                                          const Expression* where, std::string_view key_property,
                                                          MatchOptions options = {});
/// The plan of one repetition, from its first node or from its last, which is bound then.
void plan_part(const Graph& graph, QuantifiedPattern& part, std::string_view key_property);

/// For COUNT { (n)-[:TYPE]->() } and similar: the single step whose hops are counted; else null.
[[nodiscard]] const MatchStep* degree_step(const Query& query);

/// "NodeByLabel" and "(a:Article) of 68": for EXPLAIN.
struct StepText {
  std::string op;
  std::string details;
};
[[nodiscard]] StepText describe(const MatchStep& step, const Graph& graph);

}  // namespace treatygraph::queries::cypher
