#pragma once
// The part of the graph that a question sees: without some nodes, only facts of one basis, or only what had happened by
// some day.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// How a fact got into the data: extracted from a text by the ingester, or curated by a person.
enum class Basis : std::uint8_t { All, Extracted, Curated };

/// The scope as requested. The default sees everything.
struct Scope {
  std::vector<std::string> without;  ///< keys of nodes that are hidden together with their parts; nothing is stored
  Basis basis = Basis::All;          ///< of relationships; HAS_PART is structure and always visible
  std::string as_of;  ///< "2026-03-01": later relationships and statements are hidden; empty: all are visible
};

/// A Scope prepared for one graph. Each check is cheap: a binary search in the hidden ranges and at most two property
/// reads. Valid while the graph exists. May be used by several threads.
class ScopeFilter {
 public:
  /// The error names an unknown key or an invalid date.
  [[nodiscard]] static Result<ScopeFilter> of(const Graph& graph, const Scope& scope);

  /// True if nothing is hidden, so that hot loops can skip the checks.
  [[nodiscard]] bool is_everything() const { return everything_; }
  /// Whether the node is visible: it is in no hidden subtree, and it is not dated after `as_of`.
  [[nodiscard]] bool sees(NodeId node) const;
  /// Checks the relationship only; check its ends with sees(NodeId).
  [[nodiscard]] bool sees(RelationshipId relationship) const;
  /// Whether the node has the requested basis (extracted or curated); for lists of nodes.
  [[nodiscard]] bool is_of_basis(NodeId node) const { return basis_ == Basis::All || has_basis(node); }
  [[nodiscard]] bool sees(Hop hop) const { return everything_ || (sees(hop.node) && sees(hop.relationship)); }

 private:
  explicit ScopeFilter(const Graph& graph) : graph_(&graph) {}
  template <typename Element>
  [[nodiscard]] bool has_basis(Element element) const;

  const Graph* graph_;
  bool everything_ = true;
  std::vector<NodeRange> hidden_;  ///< sorted, disjoint
  Basis basis_ = Basis::All;
  std::string as_of_;
  std::optional<PropertyId> basis_property_;
  std::optional<PropertyId> date_property_;
  std::optional<TypeId> has_part_;
};

/// Whether something dated `date` is known to have happened by the day `as_of` (empty: at any time). A month or year
/// without a known day counts once it is over.
[[nodiscard]] bool happened_by(std::string_view date, std::string_view as_of);

}  // namespace treatygraph::queries
