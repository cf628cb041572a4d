#pragma once
// Where a MATCH may begin: how a node of a pattern can be found before the rest of the pattern, and how many such nodes
// are expected.

#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

class MatchConditions;

/// One possible start: node `node` of pattern `pattern`, found by `step`.
struct MatchStart {
  std::size_t pattern = 0;
  std::size_t node = 0;
  MatchStep step;
  double cost = std::numeric_limits<double>::infinity();  ///< estimated number of nodes plus a small constant for the
                                                          ///< way of finding them
  std::optional<std::size_t> met;  ///< index of the waiting condition that every node of this start meets
};

class MatchStarts {
 public:
  /// The arguments must outlive it. `key_property` is the property name that reads a node's key, and empty if none
  /// does.
  MatchStarts(const Graph& graph, std::span<const Pattern> patterns, std::string_view key_property,
              const MatchConditions& conditions)
      : graph_(graph), patterns_(patterns), key_property_(key_property), conditions_(conditions) {}

  /// The cheapest way to find node `n` of pattern `p` first, given the variables that have values now.
  [[nodiscard]] MatchStart at(std::size_t p, std::size_t n) const;

 private:
  /// A condition that says which key, or which keys, a node has, and that can be computed now.
  struct KeyCondition {
    std::size_t condition = 0;
    const Expression* key = nullptr;
    bool is_list = false;
  };
  /// The first waiting condition that gives the key of the node in `slot`.
  [[nodiscard]] std::optional<KeyCondition> key_of(Slot slot) const;
  /// The expression that the condition compares the key of `slot` with, and whether it is a list of keys. Null if the
  /// condition does not compare the key.
  [[nodiscard]] std::pair<const Expression*, bool> key_in(const MatchStep& step, Slot slot) const;

  /// Finds the node by a scan: of the nodes with the rarest required label, of those with one of several alternative
  /// labels, or of all nodes.
  void scan(MatchStart& start) const;
  /// Replaces the scan by an index lookup if that gives fewer nodes. The condition stays, because an index may give too
  /// many nodes.
  void look_up(MatchStart& start) const;

  /// property = value
  struct Equality {
    PropertyId property;
    const Expression* value = nullptr;
  };
  /// The equality in {property: value} or a.property = value, if an index can answer it.
  [[nodiscard]] std::optional<Equality> equality_in(const MatchStep& step, Slot slot) const;
  [[nodiscard]] bool is_indexable(std::string_view name, std::optional<PropertyId> property) const;
  [[nodiscard]] bool is_known_before(const Expression& value) const;
  /// A single relationship next to the node that is bound already; null if there is none.
  [[nodiscard]] const RelationshipPattern* bound_relationship(std::size_t p, std::size_t n) const;

  const Graph& graph_;
  std::span<const Pattern> patterns_;
  std::string_view key_property_;
  const MatchConditions& conditions_;
};

/// Adds the ids of the node's plain labels to `step`. A label that the graph does not have makes the step impossible.
void resolve_labels(const Graph& graph, const NodePattern& node, MatchStep& step);

}  // namespace treatygraph::queries::cypher
