#pragma once
// The cells of which answers make rows, so the same thing looks the same in every table.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// The words; nothing if there are none.
[[nodiscard]] Cell text_cell(std::string_view words);
/// A whole number.
[[nodiscard]] Cell number_cell(std::size_t count);

/// Cells about nodes and relationships of one graph, which must outlive it.
class TableCells {
 public:
  explicit TableCells(const Graph& graph) : graph_(graph) {}

  [[nodiscard]] Cell key(NodeId node) const { return std::string(graph_.key(node)); }
  [[nodiscard]] Cell title(NodeId node) const;
  /// "Article; Provision".
  [[nodiscard]] Cell labels(NodeId node) const;
  /// The short title of the node's treaty.
  [[nodiscard]] Cell treaty(NodeId node) const;
  /// A text property; nothing if it is absent.
  [[nodiscard]] Cell said(NodeId node, std::string_view name) const;
  [[nodiscard]] Cell said(RelationshipId relationship, std::string_view name) const;
  /// The date of an act; nothing without act or date.
  [[nodiscard]] Cell date(std::optional<RelationshipId> act) const;
  /// The relationship's type.
  [[nodiscard]] Cell type(RelationshipId relationship) const;
  /// References one after another: "uncc:art_35__para_1 in_accordance_with uncc:art_23 “…” → …"
  [[nodiscard]] Cell chain(const std::vector<RelationshipId>& references) const;
  /// "uncc:art_3 in_accordance_with uncc:art_6 “article 6”", several separated by "; ".
  [[nodiscard]] Cell evidence(std::span<const RelationshipId> relationships) const;

 private:
  const Graph& graph_;
};

/// One row for each node, with its summary and evidence.
[[nodiscard]] Table nodes_table(const Graph& graph, std::span<const NodeId> nodes);
/// One row for each relationship, with its evidence.
[[nodiscard]] Table relationships_table(const Graph& graph, std::span<const RelationshipId> relationships);

}  // namespace treatygraph::queries::formats
