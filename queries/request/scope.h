#pragma once
// What of the graph a question may see: a what-if without some nodes, facts of one basis, the state of a day.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

enum class Basis : std::uint8_t { All, Extracted, Curated };

/// As asked for; the default sees everything.
struct Scope {
  std::vector<std::string> without;  ///< keys: as if these nodes, with their parts, were not there. Nothing is stored.
  Basis basis = Basis::All;          ///< of relationships; HAS_PART is structure and always seen
  std::string as_of;  ///< "2026-03-01": relationships and statements dated later are not seen; empty: all
};

/// A Scope made ready for one graph. Cheap to ask; valid while the graph is.
class ScopeFilter {
 public:
  /// The error names the key that no node has, or the date that is none.
  [[nodiscard]] static Result<ScopeFilter> of(const Graph& graph, const Scope& scope);

  /// True when nothing is hidden, so that hot loops need not ask.
  [[nodiscard]] bool is_everything() const { return everything_; }
  [[nodiscard]] bool sees(NodeId node) const;
  /// The relationship itself; its ends are asked for with sees(NodeId).
  [[nodiscard]] bool sees(RelationshipId relationship) const;
  /// Whether the node itself was read from a text, or compiled, as the basis asks: for lists of nodes.
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

/// Whether what is dated `date` is known to have happened by the day `as_of` (empty: ever). A month or year whose day
/// is not known counts once it is over.
[[nodiscard]] bool happened_by(std::string_view date, std::string_view as_of);

}  // namespace treatygraph::queries
