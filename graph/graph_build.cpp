#include <algorithm>
#include <bit>
#include <limits>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/graph.h"
#include "graph/graph_parts.h"
#include "graph/image/checksum.h"
#include "graph/image/structure.h"
#include "graph/memory_texts.h"
#include "graph/node_order.h"
#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

using image::Section;

constexpr std::size_t kMaxCount = std::numeric_limits<std::uint32_t>::max() - 1;

/// A relationship of the records with its ends found.
struct Resolved {
  RelationshipEnds ends;
  std::uint32_t record;
};

using KeyIndex = std::unordered_map<std::string_view, NodeId>;

Result<std::vector<Resolved>> resolve_ends(const std::vector<RelationshipRecord>& records, const KeyIndex& by_key,
                                           Names<TypeId>& types, const std::stop_token& stop) {
  std::vector<Resolved> resolved;
  resolved.reserve(records.size());
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (stop.stop_requested()) return fail_as_stopped();
    const auto& [type, from, to, properties] = records[i];
    const auto source = by_key.find(from);
    const auto target = by_key.find(to);
    if (source == by_key.end() || target == by_key.end()) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} from {} to {}: there is no node {}", type, from, to,
                                                          source == by_key.end() ? from : to));
    }
    resolved.push_back(
        {{types.add(type), static_cast<std::uint32_t>(source->second), static_cast<std::uint32_t>(target->second)}, i});
  }
  return resolved;
}

/// Numbers labels and remembers each set of them once.
class LabelSets {
 public:
  std::uint32_t add(const std::vector<std::string>& names, Names<LabelId>& labels,
                    std::vector<std::vector<LabelId>>& sets) {
    const auto [entry, is_new] =
        ids_.try_emplace(fmt::format("{}", fmt::join(names, "\n")), static_cast<std::uint32_t>(sets.size()));
    if (is_new) {
      auto& set = sets.emplace_back();
      for (const auto& name : names) set.push_back(labels.add(name));
      std::ranges::sort(set);
      set.erase(std::ranges::unique(set).begin(), set.end());
    }
    return entry->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

}  // namespace

/// Writes an image step by step; each step needs the ones before it.
struct Graph::Builder {
  GraphRecords records;
  bool keeps_texts;
  std::stop_token stop;
  image::ImageWriter writer = {};
  Names<LabelId> labels = {};
  Names<TypeId> types = {};
  Names<PropertyId> properties = {};
  KeyIndex by_key = {};
  std::vector<std::string> keys = {};
  std::vector<OtherValues> node_others = {};
  std::vector<OtherValues> relationship_others = {};
  std::vector<std::string> texts = {};  ///< by NodeId, where texts are kept in memory

  Result<void> add_nodes(const NodeOrder& order) {
    const auto count = order.records.size();
    keys.reserve(count);
    if (keeps_texts) texts.resize(count);
    PropertyColumnsWriter columns(count);
    LabelSets label_sets;
    std::vector<std::uint32_t> label_set_of;
    std::vector<std::vector<LabelId>> sets;
    std::vector<std::vector<NodeId>> with_label;
    for (std::uint32_t position = 0; position < count; ++position) {
      if (stop.stop_requested()) return fail_as_stopped();
      auto& record = records.nodes[order.records[position]];
      keys.push_back(std::move(record.key));
      label_set_of.push_back(label_sets.add(record.labels, labels, sets));
      with_label.resize(labels.size());
      for (const auto label : sets[label_set_of.back()]) with_label[index_of(label)].push_back(NodeId{position});
      add_properties(position, record.properties, columns);
    }
    node_others = std::move(columns).write(Section::NodeColumn, writer);
    writer.add(Section::SubtreeEnd, 0, order.subtree_end);
    writer.add(Section::LabelSetOf, 0, label_set_of);
    writer.add_runs(Section::LabelSets, sets);
    writer.add_runs(Section::NodesWithLabel, with_label);
    return {};
  }

  void add_properties(std::uint32_t node, Properties& of_node, PropertyColumnsWriter& columns) {
    for (auto& [name, value] : of_node) {
      if (value.is_null()) continue;
      if (name != property::kText || !std::holds_alternative<std::string>(value.value)) {
        columns.append(node, properties.add(name), value);
      } else if (keeps_texts) {
        texts[node] = std::get<std::string>(std::move(value.value));
      }
    }
  }

  void index_keys() {
    by_key.reserve(keys.size());
    std::vector<std::uint32_t> slots(std::bit_ceil(keys.size() * 2 + 1), image::kNoNode);
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
      by_key.emplace(keys[i], NodeId{i});
      auto at = image::checksum(keys[i]);
      while (slots[at & (slots.size() - 1)] != image::kNoNode) ++at;
      slots[at & (slots.size() - 1)] = i;
    }
    writer.add(Section::KeySlots, 0, slots);
    writer.add_texts(Section::Keys, keys);
  }

  Result<void> add_relationships() {
    auto resolved = resolve_ends(records.relationships, by_key, types, stop);
    if (!resolved) return fail(resolved.error());
    std::ranges::stable_sort(*resolved, {}, [](const Resolved& r) { return std::pair(r.ends.type, r.ends.source); });
    std::vector<RelationshipEnds> ends;
    ends.reserve(resolved->size());
    PropertyColumnsWriter columns(resolved->size());
    for (const auto& [end, record] : *resolved) {
      if (stop.stop_requested()) return fail_as_stopped();
      for (const auto& [name, value] : records.relationships[record].properties) {
        if (!value.is_null()) columns.append(ends.size(), properties.add(name), value);
      }
      ends.push_back(end);
    }
    relationship_others = std::move(columns).write(Section::RelationshipColumn, writer);
    Topology::write(keys.size(), types.size(), ends, writer);
    return {};
  }

  Result<std::shared_ptr<const image::Image>> finish(const std::string& snapshot) {
    writer.add_texts(Section::LabelNames, labels.all());
    writer.add_texts(Section::TypeNames, types.all());
    writer.add_texts(Section::PropertyNames, properties.all());
    image::Header header{};
    header.node_count = static_cast<std::uint32_t>(keys.size());
    header.relationship_count = static_cast<std::uint32_t>(records.relationships.size());
    snapshot.copy(header.snapshot, sizeof(header.snapshot));
    const auto bytes = std::make_shared<const std::vector<char>>(std::move(writer).finish(header));
    return image::Image::over(bytes, *bytes);
  }
};

Result<Graph> Graph::build(GraphRecords records, std::string snapshot, std::shared_ptr<const TextStore> texts,
                           std::stop_token stop) {
  if (records.nodes.size() > kMaxCount || records.relationships.size() > kMaxCount) {
    return fail(ErrorCode::InvalidArgument, "a graph holds at most 4,294,967,294 nodes and as many relationships");
  }
  const auto order = node_order(records, stop);
  if (!order) return fail(order.error());

  Builder builder{std::move(records), texts == nullptr, std::move(stop)};
  if (const auto added = builder.add_nodes(*order); !added) return fail(added.error());
  builder.index_keys();
  if (const auto added = builder.add_relationships(); !added) return fail(added.error());
  auto image = builder.finish(snapshot);
  if (!image) return fail(image.error());

  auto parts = parts_of(*std::move(image), builder.node_others, builder.relationship_others);
  parts->snapshot = std::move(snapshot);
  parts->texts = texts ? std::move(texts) : std::make_shared<MemoryTexts>(std::move(builder.texts));
  return Graph(std::move(parts));
}

Result<Graph> Graph::over(std::shared_ptr<const image::Image> image, std::shared_ptr<const TextStore> texts) {
  if (auto sound = image::check_structure(*image); !sound) return fail(sound.error());
  auto parts = parts_of(std::move(image), {}, {});
  parts->texts = std::move(texts);
  return Graph(std::move(parts));
}

std::unique_ptr<Graph::Parts> Graph::parts_of(std::shared_ptr<const image::Image> image,
                                              const std::vector<OtherValues>& node_others,
                                              const std::vector<OtherValues>& relationship_others) {
  auto parts = std::make_unique<Parts>();
  const auto add_names = [&image](Section section, auto& names) {
    const auto texts = image->runs<char>(section);
    for (std::size_t i = 0; i < texts.size(); ++i) names.add(texts.text(i));
  };
  add_names(Section::LabelNames, parts->labels);
  add_names(Section::TypeNames, parts->types);
  add_names(Section::PropertyNames, parts->properties);
  parts->snapshot = image->snapshot();
  parts->keys = image->runs<char>(Section::Keys);
  parts->key_slots = image->array<std::uint32_t>(Section::KeySlots);
  parts->subtree_end = image->array<std::uint32_t>(Section::SubtreeEnd);
  parts->label_set_of = image->array<std::uint32_t>(Section::LabelSetOf);
  parts->label_sets = image->runs<LabelId>(Section::LabelSets);
  parts->with_label = image->runs<NodeId>(Section::NodesWithLabel);
  parts->topology = Topology(*image, parts->types.size());
  parts->has_part = parts->types.find(type::kHasPart);
  const auto names = parts->properties.size();
  parts->node_properties = PropertyColumns(*image, Section::NodeColumn, names, node_others);
  parts->relationship_properties = PropertyColumns(*image, Section::RelationshipColumn, names, relationship_others);
  parts->image = std::move(image);
  return parts;
}

}  // namespace treatygraph
