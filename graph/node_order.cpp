#include "graph/node_order.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

/// The parts of each whole, in order.
class PartsOfWholes {
 public:
  PartsOfWholes(std::vector<PartOfWhole> parts, std::size_t count) : parts_(std::move(parts)), first_(count + 1) {
    std::ranges::stable_sort(parts_, {}, [](const PartOfWhole& part) { return std::pair(part.whole, part.ordinal); });
    for (const auto& part : parts_) ++first_[part.whole + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
  }
  [[nodiscard]] std::span<const PartOfWhole> of(std::uint32_t whole) const {
    return std::span(parts_).subspan(first_[whole], first_[whole + 1] - first_[whole]);
  }

 private:
  std::vector<PartOfWhole> parts_;
  std::vector<std::uint32_t> first_;
};

/// Appends `root` and what stands below it, each before its parts. Explicit stack: documents may be nested deep.
void append_tree(std::uint32_t root, const PartsOfWholes& parts, std::vector<bool>& placed, NodeOrder& order) {
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
    const auto below = parts.of(top.node);
    if (top.next == below.size()) {
      order.subtree_end[top.position] = static_cast<std::uint32_t>(order.records.size());
      open.pop_back();
      continue;
    }
    const auto part = below[top.next++].part;
    if (!placed[part]) enter(part);
  }
}

}  // namespace

std::int64_t ordinal_of(const RelationshipRecord& record) {
  const auto* value = find_property(record.properties, property::kOrdinal);
  const auto* ordinal = value != nullptr ? std::get_if<std::int64_t>(&value->value) : nullptr;
  return ordinal != nullptr ? *ordinal : 0;
}

NodeOrder order_of_parts(std::vector<PartOfWhole> all, std::size_t count) {
  std::vector<bool> is_part(count);
  std::erase_if(all, [&](const PartOfWhole& part) {
    if (part.whole == part.part || is_part[part.part]) return true;
    is_part[part.part] = true;
    return false;
  });
  const PartsOfWholes parts(std::move(all), count);
  NodeOrder order;
  order.records.reserve(count);
  order.subtree_end.reserve(count);
  std::vector<bool> placed(count);
  for (std::uint32_t node = 0; node < count; ++node) {
    if (!is_part[node]) append_tree(node, parts, placed, order);
  }
  for (std::uint32_t node = 0; node < count; ++node) {
    if (!placed[node]) append_tree(node, parts, placed, order);  // rings have no root
  }
  return order;
}

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
  std::vector<PartOfWhole> parts;
  for (const auto& record : records.relationships) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (record.type != type::kHasPart) continue;
    const auto whole = by_key.find(record.from);
    const auto part = by_key.find(record.to);
    if (whole == by_key.end() || part == by_key.end()) continue;
    parts.push_back({ordinal_of(record), whole->second, part->second});
  }
  by_key = {};
  auto order = order_of_parts(std::move(parts), count);
  if (stop.stop_requested()) return fail_as_stopped();
  return order;
}

}  // namespace treatygraph
