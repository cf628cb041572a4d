// A Graph only reads arrays of its image: no function here allocates, except those that return vectors or texts. Nodes,
// relationships and names are used as indices without a check; check_structure() made sure that the arrays fit
// together.

#include "graph/graph.h"

#include <algorithm>
#include <utility>

#include "graph/graph_parts.h"
#include "graph/image/checksum.h"

namespace treatygraph {

Graph::Graph(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;
Graph::~Graph() = default;

const std::string& Graph::snapshot() const {
  return parts_->snapshot;
}
std::size_t Graph::node_count() const {
  return parts_->subtree_end.size();
}
std::size_t Graph::relationship_count() const {
  return parts_->topology.relationship_count();
}
const Names<LabelId>& Graph::labels() const {
  return parts_->labels;
}
const Names<TypeId>& Graph::types() const {
  return parts_->types;
}
const Names<PropertyId>& Graph::properties() const {
  return parts_->properties;
}
const Topology& Graph::topology() const {
  return parts_->topology;
}
const image::Image& Graph::image() const {
  return *parts_->image;
}
const Derived& Graph::derived() const {
  return parts_->derived;
}
const TextStore& Graph::texts() const {
  return *parts_->texts;
}

/// The table is the one of key_slots.h; a mask of the hash is the first slot.
std::optional<NodeId> Graph::find(std::string_view key) const {
  const auto slots = parts_->key_slots;
  if (slots.empty()) return std::nullopt;
  // Linear probing. The table has free slots (check_structure), so the loop ends.
  for (auto at = image::checksum(key);; ++at) {
    const auto node = slots[at & (slots.size() - 1)];
    if (node == image::kNoNode) return std::nullopt;
    if (parts_->keys.text(node) == key) return NodeId{node};
  }
}

std::string_view Graph::key(NodeId node) const {
  return parts_->keys.text(index_of(node));
}

std::span<const LabelId> Graph::labels_of(NodeId node) const {
  return parts_->label_sets[parts_->label_set_of[index_of(node)]];
}

std::size_t Graph::label_set(NodeId node) const {
  return parts_->label_set_of[index_of(node)];
}

/// Sets of labels are short, so a linear search is quickest.
bool Graph::has_label(NodeId node, LabelId label) const {
  return std::ranges::find(labels_of(node), label) != labels_of(node).end();
}

bool Graph::has_label(NodeId node, std::string_view label) const {
  const auto id = parts_->labels.find(label);
  return id && has_label(node, *id);
}

std::span<const NodeId> Graph::nodes_with(LabelId label) const {
  return parts_->with_label[index_of(label)];
}

PropertyView Graph::property(NodeId node, PropertyId name) const {
  return parts_->node_properties.at(index_of(node), name);
}

std::string_view Graph::string(NodeId node, std::string_view name) const {
  const auto id = parts_->properties.find(name);
  if (!id) return {};
  const auto value = property(node, *id);
  const auto* text = std::get_if<std::string_view>(&value);
  return text != nullptr ? *text : std::string_view{};
}

std::vector<PropertyId> Graph::property_names(NodeId node) const {
  return parts_->node_properties.names_at(index_of(node));
}

Result<std::string> Graph::text(NodeId node) const {
  return parts_->texts->text(node);
}

TypeId Graph::type(RelationshipId relationship) const {
  return parts_->topology.type_of(relationship);
}
NodeId Graph::source(RelationshipId relationship) const {
  return parts_->topology.source(relationship);
}
NodeId Graph::target(RelationshipId relationship) const {
  return parts_->topology.target(relationship);
}

PropertyView Graph::property(RelationshipId relationship, PropertyId name) const {
  return parts_->relationship_properties.at(index_of(relationship), name);
}

std::string_view Graph::string(RelationshipId relationship, std::string_view name) const {
  const auto id = parts_->properties.find(name);
  if (!id) return {};
  const auto value = property(relationship, *id);
  const auto* text = std::get_if<std::string_view>(&value);
  return text != nullptr ? *text : std::string_view{};
}

std::vector<PropertyId> Graph::property_names(RelationshipId relationship) const {
  return parts_->relationship_properties.names_at(index_of(relationship));
}

HopRange Graph::out(NodeId node, TypeId type) const {
  return parts_->topology.out_hops(node, type);
}
HopRange Graph::in(NodeId node, TypeId type) const {
  return parts_->topology.in_hops(node, type);
}
HopRange Graph::out(NodeRange nodes, TypeId type) const {
  return parts_->topology.out_hops(nodes.first, nodes.last, type);
}
HopRange Graph::in(NodeRange nodes, TypeId type) const {
  return parts_->topology.in_hops(nodes.first, nodes.last, type);
}

/// Linear in the number of types: there is one row for each type and direction.
std::size_t Graph::degree(NodeId node, Direction direction) const {
  std::size_t sum = 0;
  for (std::size_t type = 0; type < parts_->types.size(); ++type) {
    if (direction != Direction::In) sum += out(node, static_cast<TypeId>(type)).size();
    if (direction != Direction::Out) sum += in(node, static_cast<TypeId>(type)).size();
  }
  return sum;
}

/// A graph from treaties.db has at most one whole for each node (provision_tree.h); of several, the first in the order
/// of NodeIds counts.
std::optional<NodeId> Graph::parent(NodeId node) const {
  if (!parts_->has_part) return std::nullopt;
  const auto wholes = in(node, *parts_->has_part);
  return wholes.empty() ? std::nullopt : std::optional(wholes.node(0));
}

NodeRange Graph::subtree(NodeId node) const {
  return {node, NodeId{parts_->subtree_end[index_of(node)]}};
}

}  // namespace treatygraph
