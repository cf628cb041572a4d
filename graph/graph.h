#pragma once
// A treaty corpus as of one ingest: nodes with labels, properties and texts, and relationships between them. Everything
// that answers questions reads this interface.

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "graph/derived.h"
#include "graph/hops.h"
#include "graph/ids.h"
#include "graph/names.h"
#include "graph/property.h"
#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

class TextStore;
class Topology;
class PropertyColumns;
namespace image {
class Image;
}

/// Consecutive nodes, [first, last).
struct NodeRange {
  NodeId first;
  NodeId last;
  [[nodiscard]] std::size_t size() const { return index_of(last) - index_of(first); }
  [[nodiscard]] bool contains(NodeId node) const { return first <= node && node < last; }
};

/// Immutable and thread-safe. Views that it returns live as long as it does. NodeIds and RelationshipIds that it is
/// asked about must be its own; they are not checked.
///
/// Nodes are numbered so that a provision's parts (HAS_PART, to any depth) directly follow it in the order of their
/// `ordinal`. A provision with all its parts is one range of nodes, and its relationships of one type are one range of
/// hops.
class Graph {
 public:
  /// Builds from records. The error names the wrong record: a duplicate key, or a relationship whose end is not the key
  /// of a node. `texts` provides `text`; without it the records' own `text` properties are kept in memory. Cancelled
  /// soon after `stop` is requested.
  [[nodiscard]] static Result<Graph> build(GraphRecords records, std::string snapshot,
                                           std::shared_ptr<const TextStore> texts = nullptr, std::stop_token stop = {});
  /// Reads `image` in place, after check_structure(). The error, Corrupt, says why the image is not a graph.
  [[nodiscard]] static Result<Graph> over(std::shared_ptr<const image::Image> image,
                                          std::shared_ptr<const TextStore> texts);
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;
  ~Graph();

  /// The content hash of the records that it was loaded from, 64 hexadecimal digits; shown as the snapshot id.
  [[nodiscard]] const std::string& snapshot() const;
  [[nodiscard]] std::size_t node_count() const;
  [[nodiscard]] std::size_t relationship_count() const;

  [[nodiscard]] const Names<LabelId>& labels() const;
  [[nodiscard]] const Names<TypeId>& types() const;
  /// The property names of nodes and relationships together.
  [[nodiscard]] const Names<PropertyId>& properties() const;

  // Nodes
  /// The node with this key, or nothing. One look-up in a hash table.
  [[nodiscard]] std::optional<NodeId> find(std::string_view key) const;
  [[nodiscard]] std::string_view key(NodeId node) const;
  /// Sorted by LabelId, each label once.
  [[nodiscard]] std::span<const LabelId> labels_of(NodeId node) const;
  /// A number shared by nodes with equal label sets, starting at 0.
  [[nodiscard]] std::size_t label_set(NodeId node) const;
  [[nodiscard]] bool has_label(NodeId node, LabelId label) const;
  [[nodiscard]] bool has_label(NodeId node, std::string_view label) const;
  /// The nodes with this label, in the order of their ids.
  [[nodiscard]] std::span<const NodeId> nodes_with(LabelId label) const;
  /// The property; not for `text`, which is read with text(). monostate if the node has none.
  [[nodiscard]] PropertyView property(NodeId node, PropertyId name) const;
  /// The same by name, for strings; empty if the node has no such string.
  [[nodiscard]] std::string_view string(NodeId node, std::string_view name) const;
  /// The names that this node has a value for (without `text`), in the order of their ids.
  [[nodiscard]] std::vector<PropertyId> property_names(NodeId node) const;
  /// The official words of a node, read from treaties.db; empty if it has none.
  [[nodiscard]] Result<std::string> text(NodeId node) const;
  /// The full-text search over the same texts: include graph/text_store.h.
  [[nodiscard]] const TextStore& texts() const;

  // Relationships
  [[nodiscard]] TypeId type(RelationshipId relationship) const;
  [[nodiscard]] NodeId source(RelationshipId relationship) const;
  [[nodiscard]] NodeId target(RelationshipId relationship) const;
  [[nodiscard]] PropertyView property(RelationshipId relationship, PropertyId name) const;
  [[nodiscard]] std::string_view string(RelationshipId relationship, std::string_view name) const;
  [[nodiscard]] std::vector<PropertyId> property_names(RelationshipId relationship) const;

  // Traversal over relationships of one type. `type` must be one of types().
  [[nodiscard]] HopRange out(NodeId node, TypeId type) const;
  [[nodiscard]] HopRange in(NodeId node, TypeId type) const;
  /// The hops of all nodes of the range together, in the order of the nodes.
  [[nodiscard]] HopRange out(NodeRange nodes, TypeId type) const;
  [[nodiscard]] HopRange in(NodeRange nodes, TypeId type) const;
  /// Relationships of all types, both directions; a self-loop counts twice.
  [[nodiscard]] std::size_t degree(NodeId node, Direction direction) const;

  // The provision tree (HAS_PART)
  /// The node that has `node` as a part; nothing for a treaty and for nodes outside the tree.
  [[nodiscard]] std::optional<NodeId> parent(NodeId node) const;
  /// The node with all its parts, to any depth.
  [[nodiscard]] NodeRange subtree(NodeId node) const;

  /// The CSRs themselves, for Boost.Graph's algorithms: include graph/topology.h.
  [[nodiscard]] const Topology& topology() const;

  /// The arrays of this graph, as they are written beside treaties.db: include graph/image/image.h.
  [[nodiscard]] const image::Image& image() const;

  /// A cache for values that queries compute once per graph, such as sums and further CSRs.
  [[nodiscard]] const Derived& derived() const;

 private:
  struct Parts;
  using OtherValues = std::shared_ptr<const std::vector<PropertyValue>>;  ///< see property_columns.h
  /// The parts of a graph over `image`, without texts.
  static std::unique_ptr<Parts> parts_of(std::shared_ptr<const image::Image> image,
                                         const std::vector<OtherValues>& node_others,
                                         const std::vector<OtherValues>& relationship_others);
  explicit Graph(std::unique_ptr<Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace treatygraph
