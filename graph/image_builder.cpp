// Makes an image in passes over the records, one section after the other: nodes in the order of the graph, with their
// keys, labels and properties; then relationships, sorted by type and source, with their properties; then the topology.
// With a spill, every list that grows with the number of records is in temporary files. The result is a function of the
// records alone: with and without a spill it is the same, byte for byte.

#include "graph/image_builder.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/image/checksum.h"
#include "graph/key_slots.h"
#include "graph/stopped.h"
#include "graph/topology.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

using image::Section;

constexpr std::size_t kMaxCount = std::numeric_limits<std::uint32_t>::max() - 1;  // kNoNode is not a NodeId

/// Numbers the labels, and the different sets of labels: many nodes have the same set.
class LabelSets {
 public:
  std::uint32_t add(const std::vector<std::string>& names, Names<LabelId>& labels) {
    const auto [entry, is_new] =
        ids_.try_emplace(fmt::format("{}", fmt::join(names, "\n")), static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
      auto& set = sets_.emplace_back();
      for (const auto& name : names) set.push_back(labels.add(name));
      std::ranges::sort(set);
      set.erase(std::ranges::unique(set).begin(), set.end());
    }
    return entry->second;
  }
  [[nodiscard]] const std::vector<std::vector<LabelId>>& sets() const { return sets_; }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::vector<LabelId>> sets_;
};

/// Long texts are not in columns: they stay in the tables, or in MemoryTexts.
bool is_long_text(const Property& property) {
  return property.name == property::kText && std::holds_alternative<std::string>(property.value.value);
}

}  // namespace

/// By a hash table over all keys: the records are in memory anyway.
Result<LinkedRelationships> linked_relationships(const GraphRecords& records, const NodeOrder& order,
                                                 const std::stop_token& stop) {
  std::unordered_map<std::string_view, std::uint32_t> by_key;
  by_key.reserve(order.records.size());
  order.records.each([&](std::uint32_t record) {
    by_key.emplace(records.nodes[record].key, static_cast<std::uint32_t>(by_key.size()));
  });
  LinkedRelationships linked;
  for (const auto& [type, from, to, properties] : records.relationships) {
    if (stop.stop_requested()) return fail_as_stopped();
    const auto source = by_key.find(from);
    const auto target = by_key.find(to);
    if (source == by_key.end() || target == by_key.end()) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} from {} to {}: there is no node {}", type, from, to,
                                                          source == by_key.end() ? from : to));
    }
    linked.ends.add({linked.types.add(type), source->second, target->second});
  }
  return linked;
}

Result<std::vector<char>> ImageBuilder::build(std::string_view snapshot, const TablesOfImage* tables) {
  if (auto done = prepare(); !done) return fail(done.error());
  return std::move(writer_).finish(header_for(snapshot, tables));
}

Result<void> ImageBuilder::finish(std::string_view snapshot, const TablesOfImage& tables, std::ostream& out) {
  return std::move(writer_).finish(header_for(snapshot, &tables), out);
}

Result<void> ImageBuilder::prepare() {
  if (records_.node_count() > kMaxCount || records_.relationship_count() > kMaxCount) {
    return fail(ErrorCode::InvalidArgument, "a graph holds at most 4,294,967,294 nodes and as many relationships");
  }
  if (auto added = add_nodes(); !added) return added;
  if (auto added = add_relationships(); !added) return added;
  writer_.add_texts(Section::LabelNames, labels_.all());
  writer_.add_texts(Section::TypeNames, relationships_.types.all());
  writer_.add_texts(Section::PropertyNames, properties_.all());
  return {};
}

/// Also adds the sections that depend on the tables.
image::Header ImageBuilder::header_for(std::string_view snapshot, const TablesOfImage* tables) {
  image::Header header{};
  header.node_count = static_cast<std::uint32_t>(records_.node_count());
  header.relationship_count = static_cast<std::uint32_t>(records_.relationship_count());
  snapshot.copy(header.snapshot.data(), header.snapshot.size());
  if (tables != nullptr) {
    writer_.add(Section::HasText, 0, has_text_);
    writer_.add(Section::Pages, 0, tables->pages);
    header.database_size = tables->size;
  }
  return header;
}

/// One pass over the nodes; lists that are not in the order of nodes (by label, by slot) are collected and written
/// after it.
Result<void> ImageBuilder::add_nodes() {
  const auto count = order_.records.size();
  PropertyColumnsWriter columns(count, spill_);
  LabelSets label_sets;
  auto label_set_of = writer_.begin<std::uint32_t>(Section::LabelSetOf);
  std::vector<SpilledList<NodeId>> with_label;
  auto keys = writer_.begin_runs<char>(Section::Keys);
  KeySlotsWriter key_slots(count, spill_);
  has_text_.assign((count + 63) / 64, 0);
  std::uint32_t position = 0;
  // The property names get their numbers here, in the order in which they first occur.
  order_.records.each([&](std::uint32_t record_number) {
    if (stop_.stop_requested()) return;
    const auto& record = records_.node(record_number);
    keys.add_run(record.key);
    key_slots.add(image::checksum(record.key));
    const auto label_set = label_sets.add(record.labels, labels_);
    label_set_of.add(label_set);
    while (with_label.size() < labels_.size()) with_label.emplace_back(spill_);
    for (const auto label : label_sets.sets()[label_set]) with_label[index_of(label)].add(NodeId{position});
    const auto* text = find_property(record.properties, property::kText);
    if (text != nullptr && !text->is_null()) has_text_[position / 64] |= std::uint64_t{1} << (position % 64);
    add_properties(position, record.properties, columns, LongTexts::Skip);
    ++position;
  });
  if (stop_.stop_requested()) return fail_as_stopped();
  if (keys.size() > writer_.most()) writer_.refuse("the keys", keys.size());
  std::move(key_slots).write(writer_);
  node_others_ = std::move(columns).write(Section::NodeColumn, properties_.all(), writer_);
  auto subtree_end = writer_.begin<std::uint32_t>(Section::SubtreeEnd);
  order_.subtree_end.each([&subtree_end](std::uint32_t end) { subtree_end.add(end); });
  auto sets = writer_.begin_runs<LabelId>(Section::LabelSets);
  for (const auto& set : label_sets.sets()) sets.add_run(set);
  auto nodes = writer_.begin_runs<NodeId>(Section::NodesWithLabel);
  for (const auto& list : with_label) {
    list.each([&nodes](NodeId node) { nodes.add(node); });
    nodes.end_run();
  }
  if (nodes.size() > writer_.most()) writer_.refuse("the lists of nodes by label", nodes.size());
  return {};
}

void ImageBuilder::add_properties(std::size_t row, const Properties& properties, PropertyColumnsWriter& columns,
                                  LongTexts texts) {
  const auto append = [&](const Property& property) {
    if (texts == LongTexts::Skip && is_long_text(property)) return;
    if (!property.value.is_null()) columns.append(row, properties_.add(property.name), property.value);
  };
  if (by_ == PropertyOrder::AsGiven) {
    std::ranges::for_each(properties, append);
    return;
  }
  // Pointers, so that values are not copied.
  std::vector<const Property*> sorted;
  for (const auto& property : properties) sorted.push_back(&property);
  std::ranges::sort(sorted, {}, [](const Property* property) -> const std::string& { return property->name; });
  for (const auto* property : sorted) append(*property);
}

/// By type, then source, then record: the order of RelationshipIds.
SortedRuns<ImageBuilder::ImageRelationship> ImageBuilder::in_order_of_image() const {
  SortedRuns<ImageRelationship> sorted(spill_);
  std::uint32_t record = 0;
  relationships_.ends.each([&](const RelationshipEnds& ends) {
    sorted.add({ends.type, ends.source, record++, ends.target});
  });
  sorted.close();
  return sorted;
}

/// Sorts the relationships into the order of their ids, then writes their properties, then the topology.
Result<void> ImageBuilder::add_relationships() {
  const auto sorted = in_order_of_image();
  PropertyColumnsWriter columns(sorted.size(), spill_);
  SpilledList<RelationshipEnds> ends(spill_);
  sorted.each([&](const ImageRelationship& relationship) {
    if (stop_.stop_requested()) return;
    add_properties(ends.size(), records_.relationship(relationship.record).properties, columns, LongTexts::Keep);
    ends.add({relationship.type, relationship.source, relationship.target});
  });
  if (stop_.stop_requested()) return fail_as_stopped();
  relationship_others_ = std::move(columns).write(Section::RelationshipColumn, properties_.all(), writer_);
  Topology::write(order_.records.size(), relationships_.types.size(), ends, writer_, spill_);
  return {};
}

}  // namespace treatygraph
