// A hash table from keys to nodes would grow with the graph, so the ends of relationships are found by a merge join:
// 1. the hashes of all keys and the hashes of all ends are sorted (by the spill), and merged: each end meets its node;
// 2. the found ends are sorted back into the order of the relationships;
// 3. PartsOrder numbers the nodes from the HAS_PART among them;
// 4. the ends are translated from positions in the records to NodeIds.
// Keys are compared by 64-bit hashes alone. Two nodes with the same hash are refused as having the same key; with a
// hundred million nodes the chance of that by accident is about 1 in 3,700.

#include "graph/record_layout.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

/// One layout: the steps are the functions below, in order.
class RecordLayoutMaker {
 public:
  explicit RecordLayoutMaker(const RecordSpill& spill)
      : spill_(spill),
        reader_(spill),
        layout_{std::make_unique<SpillFile>(spill.folder()), {}, {}},
        found_(layout_.spill.get()) {}

  Result<RecordLayout> lay_out() {
    if (auto keys = check_keys(); !keys) return fail(keys.error());
    if (auto found = find_ends(); !found) return fail(found.error());
    if (auto ordered = order_nodes(); !ordered) return fail(ordered.error());
    number_ends();
    return std::move(layout_);
  }

 private:
  using Side = RecordSpill::Side;
  /// An end of a relationship, as a position in the records.
  struct FoundEnd {
    std::uint32_t relationship;
    Side side;
    std::uint32_t node;
    auto operator<=>(const FoundEnd&) const = default;
  };
  /// Which node a record has become.
  struct Position {
    std::uint32_t record;
    std::uint32_t node;
    auto operator<=>(const Position&) const = default;
  };

  std::string key_of(std::uint32_t node) { return reader_.node(node).key; }

  /// Keys must be unique. Equal hashes are side by side after sorting.
  Result<void> check_keys() {
    std::optional<RecordSpill::NodeKey> last;
    std::optional<std::uint32_t> twice;
    spill_.node_keys().each([&](const RecordSpill::NodeKey& key) {
      if (last && last->hash == key.hash) twice = std::min(twice.value_or(key.node), key.node);
      last = key;
    });
    if (!twice) return {};
    return fail(ErrorCode::InvalidArgument, fmt::format("two nodes have the key {}", key_of(*twice)));
  }

  /// Steps 1 and 2. Of the ends without a node, the first in the order of the records is reported.
  Result<void> find_ends() {
    std::optional<std::pair<std::uint32_t, Side>> dangling;
    SortedRuns<RecordSpill::NodeKey>::Cursor node(spill_.node_keys());
    spill_.end_keys().each([&](const RecordSpill::EndKey& end) {
      while (node.peek() != nullptr && node.peek()->hash < end.hash) node.skip();
      if (node.peek() != nullptr && node.peek()->hash == end.hash) {
        found_.add({end.relationship, end.side, node.peek()->node});
      } else {
        dangling = std::min(dangling.value_or(std::pair(end.relationship, end.side)), {end.relationship, end.side});
      }
    });
    found_.close();
    return dangling ? fail(without(dangling->first, dangling->second)) : Result<void>();
  }

  /// The error of an end that is not the key of a node.
  Error without(std::uint32_t relationship, Side side) {
    const auto& record = reader_.relationship(relationship);
    return {ErrorCode::InvalidArgument, fmt::format("{} from {} to {}: there is no node {}", record.type, record.from,
                                                    record.to, side == Side::From ? record.from : record.to)};
  }

  /// Calls use(kind, from, to) for all relationships, by record; the ends are positions in the records.
  template <typename Use>
  void each_relationship(const Use& use) const {
    SortedRuns<FoundEnd>::Cursor end(found_);
    spill_.kinds().each([&](const RecordSpill::Kind& kind) {
      const auto from = end.peek()->node;
      end.skip();
      const auto to = end.peek()->node;
      end.skip();
      use(kind, from, to);
    });
  }

  /// Step 3.
  Result<void> order_nodes() {
    PartsOrder parts(spill_.node_count(), layout_.spill.get());
    const auto has_part = spill_.types().find(type::kHasPart);
    each_relationship([&](const RecordSpill::Kind& kind, std::uint32_t whole, std::uint32_t part) {
      if (kind.type == has_part) parts.add({kind.ordinal, whole, part});
    });
    layout_.order = parts.order();
    if (const auto& two = parts.two_wholes()) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} is a part of {} and of {}; a provision has one place",
                                                          key_of(two->part), key_of(two->first), key_of(two->second)));
    }
    const auto ring = parts.in_ring();
    if (!ring) return {};
    return fail(ErrorCode::InvalidArgument, fmt::format("{} is, by way of its parts, a part of itself", key_of(*ring)));
  }

  /// The inverse of the order: by record, its NodeId. Inverted by sorting, because it may not fit into memory.
  [[nodiscard]] SpilledList<std::uint32_t> node_of_record() const {
    SortedRuns<Position> positions(layout_.spill.get());
    std::uint32_t node = 0;
    layout_.order.records.each([&](std::uint32_t record) { positions.add({record, node++}); });
    positions.close();
    SpilledList<std::uint32_t> nodes(layout_.spill.get());
    positions.each([&nodes](const Position& position) { nodes.add(position.node); });
    return nodes;
  }

  /// Step 4.
  void number_ends() {
    const auto nodes = node_of_record();
    SpilledList<std::uint32_t>::Reader source(nodes);
    SpilledList<std::uint32_t>::Reader target(nodes);
    layout_.ends = SpilledList<RelationshipEnds>(layout_.spill.get());
    each_relationship([&](const RecordSpill::Kind& kind, std::uint32_t from, std::uint32_t to) {
      layout_.ends.add({kind.type, source[from], target[to]});
    });
  }

  const RecordSpill& spill_;
  RecordSpill::Reader reader_;
  RecordLayout layout_;
  SortedRuns<FoundEnd> found_;
};

}  // namespace

Result<RecordLayout> layout_of(const RecordSpill& spill) {
  return RecordLayoutMaker(spill).lay_out();
}

}  // namespace treatygraph
