#pragma once
// Collects the nodes and edges of an answer that is drawn.

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "queries/formats/graphs/graph_view.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {
struct Participant;
struct StatementHit;
}  // namespace treatygraph::queries

namespace treatygraph::queries::formats {

/// What is added twice is in it once.
class ViewBuilder {
 public:
  /// `sight` must outlive it.
  ViewBuilder(const Graph& graph, const ScopeFilter& sight) : graph_(graph), sight_(sight) {}

  [[nodiscard]] const Graph& graph() const { return graph_; }

  void add(NodeId node, std::optional<std::uint32_t> depth = {});
  /// The official words of the node that was added last.
  void add_text(const std::string& text);
  /// With both its ends.
  void add(RelationshipId relationship);
  void add_all(std::span<const RelationshipId> relationships);
  /// The speakers: an answer names only those within its scope.
  void add_speaker(NodeId speaker, NodeId statement);
  void add_between(NodeId from, NodeId to, std::string_view type_name);
  /// An edge that is not stored and stands for references.
  void add_dependency(NodeId from, NodeId to, std::span<const RelationshipId> references,
                      std::string_view type = "DEPENDS_ON");
  void add_acts(const Participant& participant);
  void add_said(const StatementHit& hit);

  /// Says why the drawing is not whole, if that is not why the answer is not.
  void cut(Truncation why) { cut_ = std::move(why); }
  [[nodiscard]] GraphView finish(const Truncated& truncated);

 private:
  const Graph& graph_;
  const ScopeFilter& sight_;
  GraphView view_;
  Truncated cut_;
  std::set<NodeId> nodes_;
  std::set<RelationshipId> relationships_;
};

}  // namespace treatygraph::queries::formats
