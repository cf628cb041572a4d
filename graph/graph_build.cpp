#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/graph.h"
#include "graph/graph_parts.h"
#include "graph/memory_texts.h"
#include "graph/node_order.h"
#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

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

/// Fills Parts step by step; each step needs the ones before it.
struct Graph::Builder {
  Parts& parts;
  GraphRecords records;
  bool keeps_texts;
  std::stop_token stop;
  std::vector<std::string> texts = {};  ///< by NodeId, where texts are kept in memory

  Result<void> add_nodes(const NodeOrder& order) {
    const auto count = order.records.size();
    parts.keys.reserve(count);
    parts.label_set_of.reserve(count);
    parts.subtree_end = order.subtree_end;
    parts.node_properties = PropertyColumns(count);
    if (keeps_texts) texts.resize(count);
    LabelSets label_sets;
    for (std::uint32_t position = 0; position < count; ++position) {
      if (stop.stop_requested()) return fail_as_stopped();
      auto& record = records.nodes[order.records[position]];
      parts.keys.push_back(std::move(record.key));
      parts.label_set_of.push_back(label_sets.add(record.labels, parts.labels, parts.label_sets));
      parts.with_label.resize(parts.labels.size());
      for (const auto label : parts.label_sets[parts.label_set_of.back()]) {
        parts.with_label[index_of(label)].push_back(NodeId{position});
      }
      add_properties(position, record.properties);
    }
    parts.node_properties.seal();
    return {};
  }

  void add_properties(std::uint32_t node, Properties& properties) {
    for (auto& [name, value] : properties) {
      if (value.is_null()) continue;
      if (name != property::kText || !std::holds_alternative<std::string>(value.value)) {
        parts.node_properties.append(node, parts.properties.add(name), value);
      } else if (keeps_texts) {
        texts[node] = std::get<std::string>(std::move(value.value));
      }
    }
  }

  void index_keys() {
    parts.by_key.reserve(parts.keys.size());
    for (std::uint32_t i = 0; i < parts.keys.size(); ++i) parts.by_key.emplace(parts.keys[i], NodeId{i});
  }

  Result<void> add_relationships() {
    auto resolved = resolve_ends(records.relationships, parts.by_key, parts.types, stop);
    if (!resolved) return fail(resolved.error());
    std::ranges::stable_sort(*resolved, {}, [](const Resolved& r) { return std::pair(r.ends.type, r.ends.source); });
    std::vector<RelationshipEnds> ends;
    ends.reserve(resolved->size());
    parts.relationship_properties = PropertyColumns(resolved->size());
    for (const auto& [end, record] : *resolved) {
      if (stop.stop_requested()) return fail_as_stopped();
      for (const auto& [name, value] : records.relationships[record].properties) {
        if (!value.is_null()) parts.relationship_properties.append(ends.size(), parts.properties.add(name), value);
      }
      ends.push_back(end);
    }
    parts.relationship_properties.seal();
    parts.topology = Topology(parts.keys.size(), parts.types.size(), ends);
    parts.has_part = parts.types.find(type::kHasPart);
    return {};
  }
};

Result<Graph> Graph::build(GraphRecords records, std::string snapshot, std::shared_ptr<const TextStore> texts,
                           std::stop_token stop) {
  if (records.nodes.size() > kMaxCount || records.relationships.size() > kMaxCount) {
    return fail(ErrorCode::InvalidArgument, "a graph holds at most 4,294,967,294 nodes and as many relationships");
  }
  const auto order = node_order(records, stop);
  if (!order) return fail(order.error());

  auto parts = std::make_unique<Parts>();
  parts->snapshot = std::move(snapshot);
  Builder builder{*parts, std::move(records), texts == nullptr, std::move(stop)};
  if (const auto added = builder.add_nodes(*order); !added) return fail(added.error());
  builder.index_keys();
  if (const auto added = builder.add_relationships(); !added) return fail(added.error());

  auto& texts_of_graph = parts->texts;
  Graph graph(std::move(parts));
  texts_of_graph = texts ? std::move(texts) : std::make_shared<MemoryTexts>(std::move(builder.texts));
  return graph;
}

}  // namespace treatygraph
