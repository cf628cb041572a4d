#pragma once
// The cells of which answers make rows.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// Empty for no words.
[[nodiscard]] Cell text_cell(std::string_view words);
[[nodiscard]] Cell number_cell(std::size_t count);

/// Cells about one graph.
class TableCells {
 public:
  explicit TableCells(const Graph& graph) : graph_(graph) {}

  [[nodiscard]] Cell key(NodeId node) const { return std::string(graph_.key(node)); }
  [[nodiscard]] Cell title(NodeId node) const;
  [[nodiscard]] Cell labels(NodeId node) const;
  /// The short title of the node's treaty.
  [[nodiscard]] Cell treaty(NodeId node) const;
  [[nodiscard]] Cell said(NodeId node, std::string_view name) const;
  [[nodiscard]] Cell said(RelationshipId relationship, std::string_view name) const;
  [[nodiscard]] Cell date(std::optional<RelationshipId> act) const;
  [[nodiscard]] Cell type(RelationshipId relationship) const;
  /// "uncc:art_35__para_1 in_accordance_with uncc:art_23 “…” → …"
  [[nodiscard]] Cell chain(const std::vector<RelationshipId>& references) const;
  /// "uncc:art_3 in_accordance_with uncc:art_6 “article 6”", several separated by "; ".
  [[nodiscard]] Cell evidence(std::span<const RelationshipId> relationships) const;

 private:
  const Graph& graph_;
};

/// One row for each node.
[[nodiscard]] Table nodes_table(const Graph& graph, std::span<const NodeId> nodes);
/// One row for each relationship.
[[nodiscard]] Table relationships_table(const Graph& graph, std::span<const RelationshipId> relationships);

}  // namespace treatygraph::queries::formats
