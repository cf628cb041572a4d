#include "graph/graph.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "graph/memory_texts.h"
#include "graph/node_order.h"
#include "graph/property_columns.h"
#include "graph/text_store.h"
#include "graph/topology.h"
#include "graph/vocabulary.h"

namespace treatygraph {

struct Graph::Parts {
  std::string snapshot;
  Names<LabelId> labels;
  Names<TypeId> types;
  Names<PropertyId> properties;

  std::vector<std::string> keys;                           ///< by NodeId
  std::unordered_map<std::string_view, NodeId> by_key;     ///< views into keys
  std::vector<std::uint32_t> subtree_end;                  ///< by NodeId
  std::vector<std::uint32_t> label_set_of;                 ///< by NodeId, into label_sets: few nodes differ in their labels
  std::vector<std::vector<LabelId>> label_sets;
  std::vector<std::vector<NodeId>> with_label;             ///< by LabelId

  Topology topology;
  std::optional<TypeId> has_part;
  PropertyColumns node_properties;
  PropertyColumns relationship_properties;
  std::shared_ptr<const TextStore> texts;
};

namespace {

constexpr std::size_t kMaxCount = std::numeric_limits<std::uint32_t>::max() - 1;

/// A relationship of the records with its ends found.
struct Resolved {
  RelationshipEnds ends;
  std::uint32_t record;
};

}  // namespace

Graph::Graph(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;
Graph::~Graph() = default;

Result<Graph> Graph::build(GraphRecords records, std::string snapshot, std::shared_ptr<const TextStore> texts) {
  if (records.nodes.size() > kMaxCount || records.relationships.size() > kMaxCount) {
    return fail(ErrorCode::InvalidArgument, "a graph holds at most 4,294,967,294 nodes and as many relationships");
  }
  const auto order = node_order(records);
  if (!order) return fail(order.error());

  auto parts = std::make_unique<Parts>();
  parts->snapshot = std::move(snapshot);
  const auto node_count = records.nodes.size();

  // Nodes, in their order
  parts->keys.reserve(node_count);
  parts->by_key.reserve(node_count);
  parts->label_set_of.reserve(node_count);
  parts->subtree_end = order->subtree_end;
  parts->node_properties = PropertyColumns(node_count);
  std::vector<std::string> memory_texts;
  std::unordered_map<std::string, std::uint32_t> label_set_ids;
  for (std::size_t position = 0; position < node_count; ++position) {
    auto& record = records.nodes[order->records[position]];
    parts->keys.push_back(std::move(record.key));
    std::vector<LabelId> labels;
    for (const auto& name : record.labels) labels.push_back(parts->labels.add(name));
    std::ranges::sort(labels);
    labels.erase(std::ranges::unique(labels).begin(), labels.end());
    parts->with_label.resize(parts->labels.size());
    for (const auto label : labels) parts->with_label[index_of(label)].push_back(NodeId{static_cast<std::uint32_t>(position)});
    const std::string spelled = fmt::format("{}", fmt::join(record.labels, "\n"));
    const auto [entry, is_new] = label_set_ids.try_emplace(spelled, static_cast<std::uint32_t>(parts->label_sets.size()));
    if (is_new) parts->label_sets.push_back(std::move(labels));
    parts->label_set_of.push_back(entry->second);
    for (auto& [name, value] : record.properties) {
      if (value.is_null()) continue;
      if (name == property::kText && std::holds_alternative<std::string>(value.value)) {
        if (texts) continue;
        memory_texts.resize(node_count);
        memory_texts[position] = std::get<std::string>(std::move(value.value));
        continue;
      }
      parts->node_properties.append(position, parts->properties.add(name), value);
    }
  }
  parts->node_properties.seal();
  for (std::size_t position = 0; position < node_count; ++position) {
    parts->by_key.emplace(parts->keys[position], NodeId{static_cast<std::uint32_t>(position)});
  }

  // Relationships, sorted by type, source, and then as the records have them
  std::vector<Resolved> resolved;
  resolved.reserve(records.relationships.size());
  for (std::uint32_t i = 0; i < records.relationships.size(); ++i) {
    const auto& record = records.relationships[i];
    const auto from = parts->by_key.find(record.from);
    const auto to = parts->by_key.find(record.to);
    if (from == parts->by_key.end() || to == parts->by_key.end()) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} from {} to {}: there is no node {}", record.type, record.from,
                                                          record.to, from == parts->by_key.end() ? record.from : record.to));
    }
    resolved.push_back({{parts->types.add(record.type), static_cast<std::uint32_t>(from->second),
                         static_cast<std::uint32_t>(to->second)},
                        i});
  }
  std::ranges::stable_sort(resolved, {}, [](const Resolved& r) { return std::pair(r.ends.type, r.ends.source); });
  std::vector<RelationshipEnds> ends;
  ends.reserve(resolved.size());
  parts->relationship_properties = PropertyColumns(resolved.size());
  for (std::size_t position = 0; position < resolved.size(); ++position) {
    ends.push_back(resolved[position].ends);
    for (const auto& [name, value] : records.relationships[resolved[position].record].properties) {
      if (!value.is_null()) parts->relationship_properties.append(position, parts->properties.add(name), value);
    }
  }
  parts->relationship_properties.seal();
  parts->topology = Topology(node_count, parts->types.size(), ends);
  parts->has_part = parts->types.find(type::kHasPart);
  if (texts) {
    parts->texts = std::move(texts);
    return Graph(std::move(parts));
  }
  auto* const raw = parts.get();
  Graph graph(std::move(parts));
  raw->texts = std::make_shared<MemoryTexts>(graph, std::move(memory_texts));
  return graph;
}

const std::string& Graph::snapshot() const { return parts_->snapshot; }
std::size_t Graph::node_count() const { return parts_->keys.size(); }
std::size_t Graph::relationship_count() const { return parts_->topology.relationship_count(); }
const Names<LabelId>& Graph::labels() const { return parts_->labels; }
const Names<TypeId>& Graph::types() const { return parts_->types; }
const Names<PropertyId>& Graph::properties() const { return parts_->properties; }
const Topology& Graph::topology() const { return parts_->topology; }
const TextStore& Graph::texts() const { return *parts_->texts; }

std::optional<NodeId> Graph::find(std::string_view key) const {
  const auto found = parts_->by_key.find(key);
  return found == parts_->by_key.end() ? std::nullopt : std::optional(found->second);
}

std::string_view Graph::key(NodeId node) const { return parts_->keys[index_of(node)]; }

std::span<const LabelId> Graph::labels_of(NodeId node) const {
  return parts_->label_sets[parts_->label_set_of[index_of(node)]];
}

bool Graph::has_label(NodeId node, LabelId label) const {
  return std::ranges::find(labels_of(node), label) != labels_of(node).end();
}

bool Graph::has_label(NodeId node, std::string_view label) const {
  const auto id = parts_->labels.find(label);
  return id && has_label(node, *id);
}

std::span<const NodeId> Graph::nodes_with(LabelId label) const { return parts_->with_label[index_of(label)]; }

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

Result<std::string> Graph::text(NodeId node) const { return parts_->texts->text(node); }

TypeId Graph::type(RelationshipId relationship) const { return parts_->topology.type_of(relationship); }
NodeId Graph::source(RelationshipId relationship) const { return parts_->topology.source(relationship); }
NodeId Graph::target(RelationshipId relationship) const { return parts_->topology.target(relationship); }

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

HopRange Graph::out(NodeId node, TypeId type) const { return parts_->topology.out_hops(node, type); }
HopRange Graph::in(NodeId node, TypeId type) const { return parts_->topology.in_hops(node, type); }
HopRange Graph::out(NodeRange nodes, TypeId type) const {
  return parts_->topology.out_hops(nodes.first, nodes.last, type);
}
HopRange Graph::in(NodeRange nodes, TypeId type) const {
  return parts_->topology.in_hops(nodes.first, nodes.last, type);
}

std::size_t Graph::degree(NodeId node, Direction direction) const {
  std::size_t sum = 0;
  for (std::size_t type = 0; type < parts_->types.size(); ++type) {
    if (direction != Direction::In) sum += out(node, static_cast<TypeId>(type)).size();
    if (direction != Direction::Out) sum += in(node, static_cast<TypeId>(type)).size();
  }
  return sum;
}

std::optional<NodeId> Graph::parent(NodeId node) const {
  if (!parts_->has_part) return std::nullopt;
  const auto wholes = in(node, *parts_->has_part);
  return wholes.empty() ? std::nullopt : std::optional(wholes.node(0));
}

NodeRange Graph::subtree(NodeId node) const { return {node, NodeId{parts_->subtree_end[index_of(node)]}}; }

}  // namespace treatygraph
