#pragma once
// The numbering of nodes: each provision directly before its parts, in document order.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "graph/records.h"
#include "graph/result.h"
#include "graph/sorted_runs.h"
#include "graph/spilled_list.h"

namespace treatygraph {

/// The place of a part in its whole, as HAS_PART has it; 0 if it has none.
[[nodiscard]] std::int64_t ordinal_of(const RelationshipRecord& record);

struct NodeOrder {
  SpilledList<std::uint32_t> records;      ///< by NodeId: position in GraphRecords::nodes
  SpilledList<std::uint32_t> subtree_end;  ///< by NodeId: one after its last part at any depth
};

/// A HAS_PART between two nodes, which are positions in the records.
struct PartOfWhole {
  std::int64_t ordinal;
  std::uint32_t whole;
  std::uint32_t part;
};

/// Orders nodes by what is part of what. With `spill`, memory has a bit or two for each node, and the rest is there.
class PartsOrder {
 public:
  explicit PartsOrder(std::size_t node_count, SpillFile* spill = nullptr);
  /// In record order.
  void add(const PartOfWhole& part);

  /// Roots in record order, each followed by its parts (by `ordinal`, then by record order). A node that several nodes
  /// claim as a part belongs to the first; a ring is broken at its first node.
  [[nodiscard]] NodeOrder order();

  /// A node with two wholes.
  struct TwoWholes {
    std::uint32_t part;
    std::uint32_t first;
    std::uint32_t second;
  };
  /// The one with the earliest second claim. After order(), as the next.
  [[nodiscard]] const std::optional<TwoWholes>& two_wholes() const { return two_wholes_; }
  /// A node that is, by way of its parts, a part of itself.
  [[nodiscard]] std::optional<std::uint32_t> in_ring() const;

 private:
  struct Claim {
    std::uint32_t part;
    std::uint32_t turn;
    std::uint32_t whole;
    std::int64_t ordinal;
    auto operator<=>(const Claim&) const = default;
  };
  struct Placing {
    std::uint32_t whole;
    std::int64_t ordinal;
    std::uint32_t turn;
    std::uint32_t part;
    auto operator<=>(const Placing&) const = default;
  };
  class Trees;

  [[nodiscard]] SortedRuns<Placing> placings();

  std::size_t node_count_;
  SpillFile* spill_;
  SortedRuns<Claim> claims_;  ///< by part
  std::uint32_t turns_ = 0;
  std::vector<bool> is_part_;
  std::optional<TwoWholes> two_wholes_;
  bool has_ring_ = false;
};

/// The order of PartsOrder. The error names a duplicate key; Cancelled after `stop`.
[[nodiscard]] Result<NodeOrder> node_order(const GraphRecords& records, const std::stop_token& stop = {});

}  // namespace treatygraph
