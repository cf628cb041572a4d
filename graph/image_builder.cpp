#include "graph/image_builder.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/image/checksum.h"
#include "graph/stopped.h"
#include "graph/topology.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

using image::Section;

constexpr std::size_t kMaxCount = std::numeric_limits<std::uint32_t>::max() - 1;

/// Numbers labels and remembers each set of them once.
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

/// Long texts are not in columns: they stay in the tables, or in memory.
bool is_long_text(const Property& property) {
  return property.name == property::kText && std::holds_alternative<std::string>(property.value.value);
}

}  // namespace

Result<LinkedRelationships> linked_relationships(const GraphRecords& records, const NodeOrder& order,
                                                 const std::stop_token& stop) {
  std::unordered_map<std::string_view, std::uint32_t> by_key;
  by_key.reserve(order.records.size());
  for (std::uint32_t i = 0; i < order.records.size(); ++i) by_key.emplace(records.nodes[order.records[i]].key, i);
  LinkedRelationships linked;
  linked.ends.reserve(records.relationships.size());
  for (const auto& [type, from, to, properties] : records.relationships) {
    if (stop.stop_requested()) return fail_as_stopped();
    const auto source = by_key.find(from);
    const auto target = by_key.find(to);
    if (source == by_key.end() || target == by_key.end()) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} from {} to {}: there is no node {}", type, from, to,
                                                          source == by_key.end() ? from : to));
    }
    linked.ends.push_back({linked.types.add(type), source->second, target->second});
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

image::Header ImageBuilder::header_for(std::string_view snapshot, const TablesOfImage* tables) {
  image::Header header{};
  header.node_count = static_cast<std::uint32_t>(records_.node_count());
  header.relationship_count = static_cast<std::uint32_t>(records_.relationship_count());
  snapshot.copy(header.snapshot, sizeof(header.snapshot));
  if (tables != nullptr) {
    writer_.add(Section::HasText, 0, has_text_);
    writer_.add(Section::Pages, 0, tables->pages);
    header.database_size = tables->size;
  }
  return header;
}

Result<void> ImageBuilder::add_nodes() {
  const auto count = order_.records.size();
  PropertyColumnsWriter columns(count, spill_);
  LabelSets label_sets;
  std::vector<std::uint32_t> label_set_of;
  std::vector<std::vector<NodeId>> with_label;
  image::TextRun keys;
  has_text_.assign((count + 63) / 64, 0);
  for (std::uint32_t position = 0; position < count; ++position) {
    if (stop_.stop_requested()) return fail_as_stopped();
    const auto& record = records_.node(order_.records[position]);
    keys.add(record.key);
    label_set_of.push_back(label_sets.add(record.labels, labels_));
    with_label.resize(labels_.size());
    for (const auto label : label_sets.sets()[label_set_of.back()]) {
      with_label[index_of(label)].push_back(NodeId{position});
    }
    const auto* text = find_property(record.properties, property::kText);
    if (text != nullptr && !text->is_null()) has_text_[position / 64] |= std::uint64_t{1} << (position % 64);
    add_properties(position, record.properties, columns, LongTexts::Skip);
  }
  add_keys(keys);
  keys = {};
  node_others_ = std::move(columns).write(Section::NodeColumn, properties_.all(), writer_);
  writer_.add(Section::SubtreeEnd, 0, order_.subtree_end);
  writer_.add(Section::LabelSetOf, 0, label_set_of);
  writer_.add_runs(Section::LabelSets, label_sets.sets());
  writer_.add_runs(Section::NodesWithLabel, with_label);
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
  std::vector<const Property*> sorted;
  for (const auto& property : properties) sorted.push_back(&property);
  std::ranges::sort(sorted, {}, [](const Property* property) -> const std::string& { return property->name; });
  for (const auto* property : sorted) append(*property);
}

void ImageBuilder::add_keys(const image::TextRun& keys) {
  const auto count = order_.records.size();
  std::vector<std::uint32_t> slots(std::bit_ceil(count * 2 + 1), image::kNoNode);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto begin = keys.offsets[i];
    auto at = image::checksum({keys.all.data() + begin, keys.offsets[i + 1] - begin});
    while (slots[at & (slots.size() - 1)] != image::kNoNode) ++at;
    slots[at & (slots.size() - 1)] = i;
  }
  writer_.add(Section::KeySlots, 0, slots);
  writer_.add_texts(Section::Keys, keys);
}

Result<void> ImageBuilder::add_relationships() {
  const auto& found = relationships_.ends;
  std::vector<std::uint32_t> sorted(found.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::ranges::stable_sort(sorted, {}, [&](std::uint32_t i) { return std::pair(found[i].type, found[i].source); });
  std::vector<RelationshipEnds> ends;
  ends.reserve(sorted.size());
  PropertyColumnsWriter columns(sorted.size(), spill_);
  for (const auto record : sorted) {
    if (stop_.stop_requested()) return fail_as_stopped();
    add_properties(ends.size(), records_.relationship(record).properties, columns, LongTexts::Keep);
    ends.push_back(found[record]);
  }
  sorted = {};
  relationship_others_ = std::move(columns).write(Section::RelationshipColumn, properties_.all(), writer_);
  Topology::write(order_.records.size(), relationships_.types.size(), ends, writer_);
  return {};
}

}  // namespace treatygraph
