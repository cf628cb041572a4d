#pragma once
// Collects the nodes and edges of an answer that is drawn, and completes the view.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "queries/formats/graphs/graph_view.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {
struct Participant;
struct StatementHit;
}  // namespace treatygraph::queries

namespace treatygraph::queries::formats {

/// Nodes and stored relationships that are added twice are in the view once. Each addition is charged to the budget in
/// force.
class ViewBuilder {
 public:
  /// `scope_filter` must outlive it.
  ViewBuilder(const Graph& graph, const ScopeFilter& scope_filter) : graph_(graph), scope_filter_(scope_filter) {}

  [[nodiscard]] const Graph& graph() const { return graph_; }

  /// Adds a node with its properties, and with its depth if it is given.
  void add(NodeId node, std::optional<std::uint32_t> depth = {});
  /// Adds the official text to the node that was added last.
  void add_text(const std::string& text);
  /// Adds a relationship and both its ends.
  void add(RelationshipId relationship);
  /// The same for all of them.
  void add_all(std::span<const RelationshipId> relationships);
  /// Adds the speaker of a statement and the relationship between them. An answer names only speakers within its scope.
  void add_speaker(NodeId speaker, NodeId statement);
  /// Adds the relationships of that type between two nodes.
  void add_between(NodeId from, NodeId to, std::string_view type_name);
  /// Adds an edge that is not stored and represents references. Its ends must be added as well. Of one that was added
  /// before, only the references are added.
  void add_dependency(NodeId from, NodeId to, std::span<const RelationshipId> references,
                      std::string_view type = "DEPENDS_ON");
  /// Adds what a participant did about the treaty: signature, consent and so on.
  void add_acts(const Participant& participant);
  /// Adds a statement with its speakers, targets and reasons.
  void add_said(const StatementHit& hit);

  /// Records why the drawing is not complete, if the reason is another than the answer's.
  void cut(Truncation why) { cut_ = std::move(why); }
  /// The finished view; the builder is empty afterwards. `truncated` is the answer's own reason.
  [[nodiscard]] GraphView finish(const Truncated& truncated);

 private:
  /// An edge that represents references.
  struct Dependency {
    std::size_t edge = 0;  ///< position among the view's edges
    std::vector<RelationshipId> references;
  };
  [[nodiscard]] PlainProperties properties_of(std::span<const RelationshipId> references) const;

  const Graph& graph_;
  const ScopeFilter& scope_filter_;
  GraphView view_;
  Truncated cut_;
  std::set<NodeId> nodes_;
  std::set<RelationshipId> relationships_;
  std::map<std::string, Dependency> dependencies_;  ///< by the id of their edge
};

}  // namespace treatygraph::queries::formats
