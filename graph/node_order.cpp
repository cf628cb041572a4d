#include "graph/node_order.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <variant>

#include <fmt/format.h>

#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

struct Part {
  std::int64_t ordinal;
  std::uint32_t node;
};

using Parts = std::vector<std::vector<Part>>;

std::int64_t ordinal_of(const RelationshipRecord& record) {
  const auto* value = find_property(record.properties, property::kOrdinal);
  const auto* ordinal = value != nullptr ? std::get_if<std::int64_t>(&value->value) : nullptr;
  return ordinal != nullptr ? *ordinal : 0;
}

/// Appends `root` and what stands below it, each before its parts. Explicit stack: documents may be nested deep.
void append_tree(std::uint32_t root, const Parts& parts, std::vector<bool>& placed, NodeOrder& order) {
  struct Open {
    std::uint32_t node;
    std::uint32_t position;
    std::size_t next;
  };
  std::vector<Open> open;
  const auto enter = [&](std::uint32_t node) {
    placed[node] = true;
    open.push_back({node, static_cast<std::uint32_t>(order.records.size()), 0});
    order.records.push_back(node);
    order.subtree_end.push_back(0);
  };
  enter(root);
  while (!open.empty()) {
    auto& top = open.back();
    if (top.next == parts[top.node].size()) {
      order.subtree_end[top.position] = static_cast<std::uint32_t>(order.records.size());
      open.pop_back();
      continue;
    }
    const auto part = parts[top.node][top.next++].node;
    if (!placed[part]) enter(part);
  }
}

}  // namespace

Result<NodeOrder> node_order(const GraphRecords& records, const std::stop_token& stop) {
  const auto count = records.nodes.size();
  std::unordered_map<std::string_view, std::uint32_t> by_key;
  by_key.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (!by_key.try_emplace(records.nodes[i].key, i).second) {
      return fail(ErrorCode::InvalidArgument, fmt::format("two nodes have the key {}", records.nodes[i].key));
    }
  }

  Parts parts(count);
  std::vector<bool> is_part(count);
  for (const auto& record : records.relationships) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (record.type != type::kHasPart) continue;
    const auto whole = by_key.find(record.from);
    const auto part = by_key.find(record.to);
    if (whole == by_key.end() || part == by_key.end() || whole == part || is_part[part->second]) continue;
    is_part[part->second] = true;
    parts[whole->second].push_back({ordinal_of(record), part->second});
  }
  for (auto& list : parts) std::ranges::stable_sort(list, {}, &Part::ordinal);

  NodeOrder order;
  order.records.reserve(count);
  order.subtree_end.reserve(count);
  std::vector<bool> placed(count);
  for (std::uint32_t node = 0; node < count; ++node) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (!is_part[node]) append_tree(node, parts, placed, order);
  }
  for (std::uint32_t node = 0; node < count; ++node) {
    if (!placed[node]) append_tree(node, parts, placed, order);  // rings have no root
  }
  return order;
}

}  // namespace treatygraph
