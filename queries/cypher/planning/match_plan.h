#pragma once
// In which order the parts of a MATCH are looked for: from where, along what, and which condition is asked as soon as
// its variables are there.

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
    Bound,       ///< the node has a value already
    Key,         ///< the node with the key that `expression` says
    Keys,        ///< the nodes with the keys in the list that `expression` says
    Indexed,     ///< the nodes whose property is in `index` as `expression` says, and maybe others
    Label,       ///< every node of `labels[0]`, or of any of `any_labels`
    AllNodes,    ///< every node
    Ends,        ///< a node at an end of a relationship that has a value already
    Expand,      ///< over one relationship from a node that has a value
    ExpandMany,  ///< over several, every way
    ExpandEnds,  ///< over several, to each node once: where nobody asks by which way
    ExpandPart,  ///< over a part of the pattern that is repeated, every way
    Shortest,    ///< over the fewest
    Select,      ///< over the whole pattern, the shortest of the paths between two ends: see path_plan.h
    Filter,      ///< goes on where `expression` is met
    Property,    ///< goes on where property `name` of the value in `slot` equals `expression`
    BuildPath,   ///< puts the path of `pattern` together
  };
  Kind kind = Kind::Bound;
  const NodePattern* node = nullptr;                  ///< that is reached
  const RelationshipPattern* relationship = nullptr;  ///< that is walked
  const Pattern* pattern = nullptr;
  const Expression* expression = nullptr;
  Slot from = kNoSlot;  ///< of the node where the walk begins
  Slot slot = kNoSlot;
  std::string name;
  std::optional<PropertyId> property;     ///< what `name` is in the graph
  Direction direction = Direction::Both;  ///< seen from `from`
  bool backward = false;                  ///< walked from the pattern's right to its left
  bool node_bound = false;                ///< the node that is reached has a value already
  bool counts = false;                    ///< hands on how many there are instead of each: see counted_hops.h
  std::vector<LabelId> labels;            ///< that the reached node must have
  std::vector<LabelId> any_labels;        ///< of Label: one of which the node must have
  std::vector<TypeId> types;              ///< that are walked
  const PropertyIndex* index = nullptr;
  std::shared_ptr<const PathPlan> paths;  ///< of Select
  bool impossible = false;                ///< a label or type that the graph does not have
  double rows = 1;                        ///< estimated
};

/// Immutable once made; refers to the query that it was made from.
struct MatchPlan {
  std::vector<MatchStep> steps;
  std::vector<Slot> binds;  ///< what the clause gives values to: null where an OPTIONAL MATCH finds nothing
  bool single_hop = false;  ///< it walks one relationship at most, so none twice
  bool may_repeat = false;  ///< a relationship may be walked several times
};

struct MatchOptions {
  bool ends_only = false;   ///< what follows takes the same rows any number of times for one
  bool may_repeat = false;  ///< REPEATABLE ELEMENTS
};
[[nodiscard]] std::shared_ptr<const MatchPlan> plan_match(const Graph& graph, std::span<const Pattern> patterns,
                                                          const Expression* where, std::string_view key_property,
                                                          MatchOptions options = {});
/// One repetition, from its first node and from its last, which has a value then.
void plan_part(const Graph& graph, QuantifiedPattern& part, std::string_view key_property);

/// Of COUNT { (n)-[:TYPE]->() } and the like: the one step whose hops are what is counted; else nullptr.
[[nodiscard]] const MatchStep* degree_step(const Query& query);

/// "NodeByLabel" and "(a:Article) of 68": for EXPLAIN.
struct StepText {
  std::string op;
  std::string details;
};
[[nodiscard]] StepText describe(const MatchStep& step, const Graph& graph);

}  // namespace treatygraph::queries::cypher
