// The order of nodes, by sorting only, so that it works on lists that are larger than memory:
// 1. The claims (HAS_PART relationships) are sorted by part. The first claim by another node decides
// the whole of a part.
// 2. The kept claims are sorted by whole, ordinal and turn. The parts of one whole are then side by side, in order.
// 3. Every root is followed down to its last part, with a stack. What is left after that are rings, which are broken at
// their first node.
// Memory has two bits for each node (is it a part, is it placed) and the stack.

#include "graph/node_order.h"

#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "graph/image/layout.h"
#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
std::int64_t ordinal_of(const RelationshipRecord& record) {
  const auto* value = find_property(record.properties, property::kOrdinal);
  const auto* ordinal = value != nullptr ? std::get_if<std::int64_t>(&value->value) : nullptr;
  return ordinal != nullptr ? *ordinal : 0;
}

/// Step 3: puts each node before its parts.
class PartsOrder::Trees {
 public:
  Trees(const SortedRuns<Placement>& placements, std::size_t node_count, SpillFile* spill)
      : spill_(spill), parts_(spill), first_(spill), placed_(node_count), ends_(spill), records_(spill) {
    placements.each([this](const Placement& placing) {
      while (first_.size() <= placing.whole) first_.add(static_cast<std::uint32_t>(parts_.size()));
      parts_.add(placing.part);
    });
    while (first_.size() <= node_count) first_.add(static_cast<std::uint32_t>(parts_.size()));
    part_.emplace(parts_);
    first_of_.emplace(first_);
  }

  /// Whether the node is placed.
  [[nodiscard]] bool has(std::uint32_t node) const { return placed_[node]; }

  /// Appends `root` and everything below it. The stack is explicit because documents may be nested deeply.
  void append(std::uint32_t root) {
    enter(root);
    while (!open_.empty()) {
      auto& top = open_.back();
      if (top.next == top.end) {
        // Subtrees end from the inside out, so their ends are sorted by position afterwards.
        ends_.add({top.position, static_cast<std::uint32_t>(records_.size())});
        open_.pop_back();
        continue;
      }
      const auto part = (*part_)[top.next++];
      if (!placed_[part]) enter(part);
    }
  }

  [[nodiscard]] NodeOrder take() {
    ends_.close();
    SpilledList<std::uint32_t> subtree_end(spill_);
    ends_.each([&subtree_end](const End& end) { subtree_end.add(end.end); });
    return {std::move(records_), std::move(subtree_end)};
  }

 private:
  /// A node whose parts are being appended.
  struct Open {
    std::uint32_t position;
    std::uint32_t next;  ///< of its parts
    std::uint32_t end;
  };
  /// Where the subtree of the node at `position` ends.
  struct End {
    std::uint32_t position;
    std::uint32_t end;
    auto operator<=>(const End&) const = default;
  };

  void enter(std::uint32_t node) {
    placed_[node] = true;
    open_.push_back({static_cast<std::uint32_t>(records_.size()), (*first_of_)[node], (*first_of_)[node + 1]});
    records_.add(node);
  }

  SpillFile* spill_;
  SpilledList<std::uint32_t> parts_;  ///< of all wholes, one whole after the other
  SpilledList<std::uint32_t> first_;  ///< by whole: its first part, and one more
  std::optional<SpilledList<std::uint32_t>::Reader> part_;
  std::optional<SpilledList<std::uint32_t>::Reader> first_of_;
  std::vector<bool> placed_;
  std::vector<Open> open_;  ///< the path from a root to the present node
  SortedRuns<End> ends_;
  SpilledList<std::uint32_t> records_;
};

PartsOrder::PartsOrder(std::size_t node_count, SpillFile* spill)
    : node_count_(node_count), spill_(spill), claims_(spill), is_part_(node_count) {}

void PartsOrder::add(const PartOfWhole& part) {
  claims_.add({part.part, turns_++, part.whole, part.ordinal});
}

/// Steps 1 and 2. Also notes a node with two wholes, and a node that is its own part.
SortedRuns<PartsOrder::Placement> PartsOrder::placements() {
  claims_.close();
  SortedRuns<Placement> placements(spill_);
  auto earliest = turns_;
  std::optional<Claim> first;
  claims_.each([&](const Claim& claim) {
    if (!first || first->part != claim.part) {
      first = claim;
    } else if (claim.turn < earliest) {
      earliest = claim.turn;
      two_wholes_ = {claim.part, first->whole, claim.whole};
    }
    has_ring_ = has_ring_ || claim.whole == claim.part;
    if (claim.whole == claim.part || is_part_[claim.part]) return;
    is_part_[claim.part] = true;
    placements.add({claim.whole, claim.ordinal, claim.turn, claim.part});
  });
  placements.close();
  return placements;
}

NodeOrder PartsOrder::order() {
  const auto by_whole = placements();
  Trees trees(by_whole, node_count_, spill_);
  for (std::uint32_t node = 0; node < node_count_; ++node) {
    if (!is_part_[node]) trees.append(node);
  }
  for (std::uint32_t node = 0; node < node_count_; ++node) {
    if (trees.has(node)) continue;
    has_ring_ = true;
    trees.append(node);
  }
  return trees.take();
}

std::optional<std::uint32_t> PartsOrder::in_ring() const {
  if (!has_ring_) return std::nullopt;  // below, memory for all nodes is needed
  std::vector<std::uint32_t> whole_of(node_count_, image::kNoNode);
  claims_.each([&](const Claim& claim) { whole_of[claim.part] = claim.whole; });
  // Climb from every node to its whole, and so on. A climb that meets a node of its own has gone round a ring; one that
  // meets a node of an earlier climb ends there. So every node is passed once.
  std::vector<std::uint32_t> climb_of(node_count_, image::kNoNode);  // the climb that passed a node
  for (std::uint32_t climb = 0; climb < whole_of.size(); ++climb) {
    auto at = climb;
    for (; at != image::kNoNode && climb_of[at] == image::kNoNode; at = whole_of[at]) climb_of[at] = climb;
    if (at != image::kNoNode && climb_of[at] == climb) return at;
  }
  return std::nullopt;
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
  PartsOrder parts(count);
  for (const auto& record : records.relationships) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (record.type != type::kHasPart) continue;
    const auto whole = by_key.find(record.from);
    const auto part = by_key.find(record.to);
    if (whole == by_key.end() || part == by_key.end()) continue;
    parts.add({ordinal_of(record), whole->second, part->second});
  }
  by_key = {};
  auto order = parts.order();
  if (stop.stop_requested()) return fail_as_stopped();
  return order;
}

}  // namespace treatygraph
