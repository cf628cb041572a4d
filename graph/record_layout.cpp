#include "graph/record_layout.h"

#include <bit>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

constexpr auto kNoRecord = std::numeric_limits<std::uint32_t>::max();

/// Nodes by the hashes of their keys. That of a key that no node has may be a node's with a probability of
/// count / 2^64; equal hashes of two nodes are an error.
class NodesByHash {
 public:
  explicit NodesByHash(const std::vector<std::uint64_t>& hashes)
      : hashes_(hashes), slots_(std::bit_ceil(hashes.size() * 3 / 2 + 1), kNoRecord) {}

  /// False if a node with this hash is there already.
  bool add(std::uint32_t node) {
    auto& slot = slots_[place_of(hashes_[node])];
    if (slot != kNoRecord) return false;
    slot = node;
    return true;
  }
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const { return slots_[place_of(hash)]; }

 private:
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    auto at = hash & (slots_.size() - 1);
    while (slots_[at] != kNoRecord && hashes_[slots_[at]] != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  const std::vector<std::uint64_t>& hashes_;
  std::vector<std::uint32_t> slots_;
};

class LayingOut {
 public:
  explicit LayingOut(const RecordSpill& spill) : spill_(spill), reader_(spill), nodes_(spill.node_hashes()) {}

  Result<RecordLayout> lay_out() {
    for (std::uint32_t node = 0; node < spill_.node_count(); ++node) {
      if (!nodes_.add(node)) {
        return fail(ErrorCode::InvalidArgument, fmt::format("two nodes have the key {}", key_of(node)));
      }
    }
    if (auto found = find_ends(); !found) return fail(found.error());
    if (auto tree = check_tree(); !tree) return fail(tree.error());
    layout_.order = order_of_parts(std::exchange(parts_, {}), spill_.node_count());
    number_ends();
    return std::move(layout_);
  }

 private:
  std::string key_of(std::uint32_t node) { return reader_.node(node).key; }

  Result<void> find_ends() {
    auto ends = spill_.reader_of_ends();
    const auto has_part = spill_.types().find(type::kHasPart);
    layout_.ends.reserve(spill_.relationship_count());
    for (std::size_t i = 0; i < spill_.relationship_count(); ++i) {
      const auto hashes = spill_.ends(i, ends);
      const RelationshipEnds found{hashes.type, nodes_.find(hashes.from), nodes_.find(hashes.to)};
      if (found.source == kNoRecord || found.target == kNoRecord) return fail(dangling(i, found.source == kNoRecord));
      layout_.ends.push_back(found);
      if (has_part && hashes.type == *has_part) parts_.push_back({hashes.ordinal, found.source, found.target});
    }
    return {};
  }

  Error dangling(std::size_t relationship, bool at_source) {
    const auto& record = reader_.relationship(relationship);
    return {ErrorCode::InvalidArgument, fmt::format("{} from {} to {}: there is no node {}", record.type, record.from,
                                                    record.to, at_source ? record.from : record.to)};
  }

  Result<void> check_tree() {
    std::vector<std::uint32_t> whole_of(spill_.node_count(), kNoRecord);
    for (const auto& [ordinal, whole, part] : parts_) {
      if (whole_of[part] != kNoRecord) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{} is a part of {} and of {}; a provision has one place",
                                                            key_of(part), key_of(whole_of[part]), key_of(whole)));
      }
      whole_of[part] = whole;
    }
    std::vector<std::uint32_t> climb_of(spill_.node_count(), kNoRecord);  // the climb that passed a node
    for (std::uint32_t climb = 0; climb < whole_of.size(); ++climb) {
      auto at = climb;
      for (; at != kNoRecord && climb_of[at] == kNoRecord; at = whole_of[at]) climb_of[at] = climb;
      if (at == kNoRecord || climb_of[at] != climb) continue;
      return fail(ErrorCode::InvalidArgument, fmt::format("{} is, by way of its parts, a part of itself", key_of(at)));
    }
    return {};
  }

  /// From positions in the records to NodeIds.
  void number_ends() {
    std::vector<std::uint32_t> position(spill_.node_count());
    for (std::uint32_t i = 0; i < layout_.order.records.size(); ++i) position[layout_.order.records[i]] = i;
    for (auto& ends : layout_.ends) {
      ends.source = position[ends.source];
      ends.target = position[ends.target];
    }
  }

  const RecordSpill& spill_;
  RecordSpill::Reader reader_;
  NodesByHash nodes_;
  std::vector<PartOfWhole> parts_;
  RecordLayout layout_;
};

}  // namespace

Result<RecordLayout> layout_of(const RecordSpill& spill) {
  return LayingOut(spill).lay_out();
}

}  // namespace treatygraph
