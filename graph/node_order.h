#pragma once
// The numbering of nodes: each provision directly before its parts, in document order, so that a provision with all its
// parts is a range of NodeIds.

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

/// The `ordinal` of a HAS_PART relationship, the place of a part in its whole; 0 if it has no ordinal.
[[nodiscard]] std::int64_t ordinal_of(const RelationshipRecord& record);

/// Which record becomes which node.
struct NodeOrder {
  SpilledList<std::uint32_t> records;      ///< by NodeId: position in GraphRecords::nodes
  SpilledList<std::uint32_t> subtree_end;  ///< by NodeId: one after its last part at any depth
};

/// A HAS_PART relationship between two nodes, which are positions in the records.
struct PartOfWhole {
  std::int64_t ordinal;
  std::uint32_t whole;
  std::uint32_t part;
};

/// Orders nodes by their HAS_PART relationships. With `spill`, memory takes one or two bits for each node, and the rest
/// is kept there.
class PartsOrder {
 public:
  explicit PartsOrder(std::size_t node_count, SpillFile* spill = nullptr);
  /// Adds a HAS_PART relationship, in record order.
  void add(const PartOfWhole& part);

  /// The order: roots in record order, each followed by its parts (by `ordinal`, then by record order). A node that
  /// several nodes claim as a part belongs to the first of them; a ring is broken at its first node. Call it once,
  /// after the last add().
  [[nodiscard]] NodeOrder order();

  /// A node with two wholes.
  struct TwoWholes {
    std::uint32_t part;
    std::uint32_t first;
    std::uint32_t second;
  };
  /// Of the nodes with two wholes, the one with the earliest second claim. Call it after order(), like in_ring().
  [[nodiscard]] const std::optional<TwoWholes>& two_wholes() const { return two_wholes_; }
  /// A node that is a part of itself, directly or through its parts.
  [[nodiscard]] std::optional<std::uint32_t> in_ring() const;

 private:
  /// A HAS_PART relationship, sorted by part: `turn` is its place among all that were added.
  struct Claim {
    std::uint32_t part;
    std::uint32_t turn;
    std::uint32_t whole;
    std::int64_t ordinal;
    auto operator<=>(const Claim&) const = default;
  };
  /// A part of the whole that it belongs to, sorted by whole, ordinal and turn.
  struct Placement {
    std::uint32_t whole;
    std::int64_t ordinal;
    std::uint32_t turn;
    std::uint32_t part;
    auto operator<=>(const Placement&) const = default;
  };
  class Trees;

  [[nodiscard]] SortedRuns<Placement> placements();

  std::size_t node_count_;
  SpillFile* spill_;
  SortedRuns<Claim> claims_;  ///< by part
  std::uint32_t turns_ = 0;   ///< relationships that were added
  std::vector<bool> is_part_;
  std::optional<TwoWholes> two_wholes_;
  bool has_ring_ = false;
};

/// The order of PartsOrder, for records in memory. Relationships whose ends are missing are ignored here;
/// linked_relationships() reports them. The error names a duplicate key; Cancelled after `stop` is requested.
[[nodiscard]] Result<NodeOrder> node_order(const GraphRecords& records, const std::stop_token& stop = {});

}  // namespace treatygraph
