#include "graph/image_builder.h"

#include <algorithm>
#include <bit>
#include <limits>
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

/// A relationship of the records with its ends found.
struct Resolved {
  RelationshipEnds ends;
  std::uint32_t record;
};

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

Result<std::vector<char>> ImageBuilder::build(std::string_view snapshot, const TablesOfImage* tables) {
  if (records_.nodes.size() > kMaxCount || records_.relationships.size() > kMaxCount) {
    return fail(ErrorCode::InvalidArgument, "a graph holds at most 4,294,967,294 nodes and as many relationships");
  }
  if (auto added = add_nodes(); !added) return fail(added.error());
  index_keys();
  if (auto added = add_relationships(); !added) return fail(added.error());
  writer_.add_texts(Section::LabelNames, labels_.all());
  writer_.add_texts(Section::TypeNames, types_.all());
  writer_.add_texts(Section::PropertyNames, properties_.all());
  image::Header header{};
  header.node_count = static_cast<std::uint32_t>(records_.nodes.size());
  header.relationship_count = static_cast<std::uint32_t>(records_.relationships.size());
  snapshot.copy(header.snapshot, sizeof(header.snapshot));
  if (tables != nullptr) {
    add_text_bits();
    writer_.add(Section::Pages, 0, tables->pages);
    header.database_size = tables->size;
  }
  return std::move(writer_).finish(header);
}

Result<void> ImageBuilder::add_nodes() {
  const auto count = order_.records.size();
  PropertyColumnsWriter columns(count);
  LabelSets label_sets;
  std::vector<std::uint32_t> label_set_of;
  std::vector<std::vector<NodeId>> with_label;
  for (std::uint32_t position = 0; position < count; ++position) {
    if (stop_.stop_requested()) return fail_as_stopped();
    const auto& record = records_.nodes[order_.records[position]];
    label_set_of.push_back(label_sets.add(record.labels, labels_));
    with_label.resize(labels_.size());
    for (const auto label : label_sets.sets()[label_set_of.back()]) {
      with_label[index_of(label)].push_back(NodeId{position});
    }
    add_properties(position, record.properties, columns, LongTexts::Skip);
  }
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

void ImageBuilder::add_text_bits() {
  std::vector<std::uint64_t> bits((records_.nodes.size() + 63) / 64);
  for (std::size_t i = 0; i < order_.records.size(); ++i) {
    const auto* text = find_property(records_.nodes[order_.records[i]].properties, property::kText);
    if (text != nullptr && !text->is_null()) bits[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  writer_.add(Section::HasText, 0, bits);
}

void ImageBuilder::index_keys() {
  const auto count = order_.records.size();
  by_key_.reserve(count);
  std::vector<std::uint32_t> slots(std::bit_ceil(count * 2 + 1), image::kNoNode);
  std::vector<std::string_view> keys;
  keys.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    keys.emplace_back(records_.nodes[order_.records[i]].key);
    by_key_.emplace(keys.back(), NodeId{i});
    auto at = image::checksum(keys.back());
    while (slots[at & (slots.size() - 1)] != image::kNoNode) ++at;
    slots[at & (slots.size() - 1)] = i;
  }
  writer_.add(Section::KeySlots, 0, slots);
  writer_.add_texts(Section::Keys, keys);
}

Result<void> ImageBuilder::add_relationships() {
  std::vector<Resolved> resolved;
  resolved.reserve(records_.relationships.size());
  for (std::uint32_t i = 0; i < records_.relationships.size(); ++i) {
    if (stop_.stop_requested()) return fail_as_stopped();
    const auto& [type, from, to, properties] = records_.relationships[i];
    const auto source = by_key_.find(from);
    const auto target = by_key_.find(to);
    if (source == by_key_.end() || target == by_key_.end()) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} from {} to {}: there is no node {}", type, from, to,
                                                          source == by_key_.end() ? from : to));
    }
    resolved.push_back(
        {{types_.add(type), static_cast<std::uint32_t>(source->second), static_cast<std::uint32_t>(target->second)},
         i});
  }
  by_key_ = {};
  std::ranges::stable_sort(resolved, {}, [](const Resolved& r) { return std::pair(r.ends.type, r.ends.source); });
  std::vector<RelationshipEnds> ends;
  ends.reserve(resolved.size());
  PropertyColumnsWriter columns(resolved.size());
  for (const auto& [end, record] : resolved) {
    if (stop_.stop_requested()) return fail_as_stopped();
    add_properties(ends.size(), records_.relationships[record].properties, columns, LongTexts::Keep);
    ends.push_back(end);
  }
  relationship_others_ = std::move(columns).write(Section::RelationshipColumn, properties_.all(), writer_);
  Topology::write(order_.records.size(), types_.size(), ends, writer_);
  return {};
}

}  // namespace treatygraph
