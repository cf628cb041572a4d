#pragma once
// Where a MATCH may begin: how a node of a pattern is found while nothing of the pattern has been, and how many such
// nodes there will be.

#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

class MatchConditions;

struct MatchStart {
  std::size_t pattern = 0;
  std::size_t node = 0;
  MatchStep step;
  double cost = std::numeric_limits<double>::infinity();  ///< estimated number of nodes, and what finding them costs
  std::optional<std::size_t> met;                         ///< the condition that every node of this start meets
};

class MatchStarts {
 public:
  /// The arguments must outlive it. `key_property` is the property that reads a node's key, and empty if none does.
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
  [[nodiscard]] std::optional<KeyCondition> key_of(Slot slot) const;
  /// What the condition compares the key of `slot` with, and whether that is a list of them.
  [[nodiscard]] std::pair<const Expression*, bool> key_in(const MatchStep& step, Slot slot) const;

  /// Every node of the rarest label, or of one of several, or all.
  void scan(MatchStart& start) const;
  /// By a property instead, where fewer have its value. The condition stays: an index may give too many.
  void look_up(MatchStart& start) const;

  struct Equality {
    PropertyId property;
    const Expression* value = nullptr;
  };
  /// {property: value} or a.property = value, where that is read from the graph alone.
  [[nodiscard]] std::optional<Equality> equality_in(const MatchStep& step, Slot slot) const;
  [[nodiscard]] bool is_indexable(std::string_view name, std::optional<PropertyId> property) const;
  [[nodiscard]] bool is_known_before(const Expression& value) const;
  /// A single relationship beside the node that has a value already.
  [[nodiscard]] const RelationshipPattern* bound_relationship(std::size_t p, std::size_t n) const;

  const Graph& graph_;
  std::span<const Pattern> patterns_;
  std::string_view key_property_;
  const MatchConditions& conditions_;
};

/// Puts the labels that the pattern names for `node` into `step`.
void resolve_labels(const Graph& graph, const NodePattern& node, MatchStep& step);

}  // namespace treatygraph::queries::cypher
