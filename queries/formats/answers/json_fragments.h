#pragma once
// Caches the JSON of nodes and relationships per snapshot: for answers of 1,000 nodes, writing costs more than finding.
// A fragment never changes, because the snapshot does not.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries::formats {

/// Texts by number, each made when it or a neighbour is first needed. Neighbours in a treaty are neighbours in answers
/// and in memory, so a board of eight texts is made at once. Thread-safe; reading takes one atomic load.
class FragmentShelf {
 public:
  /// Appends the text of a number. It must be the same each time.
  using Spell = std::function<void(std::size_t number, std::string& out)>;

  /// A shelf for the numbers below `count`.
  explicit FragmentShelf(std::size_t count);
  ~FragmentShelf();
  FragmentShelf(const FragmentShelf&) = delete;
  FragmentShelf& operator=(const FragmentShelf&) = delete;

  /// How many consecutive numbers starting at `first` have adjacent texts: those on the same board.
  [[nodiscard]] static constexpr std::size_t together(std::size_t first) { return kPerBoard - first % kPerBoard; }
  /// The concatenated texts of `count` numbers starting at `first`; at most together(first). Valid as long as the
  /// shelf, or, if the cache is full and the texts had to be written into `room`, as long as `room` is not changed.
  [[nodiscard]] std::string_view find(std::size_t first, std::size_t count, std::string& room,
                                      const Spell& spell) const {
    const auto* board = shelf_[first / kPerBoard].load(std::memory_order_acquire);
    return board != nullptr ? board->texts(first % kPerBoard, count) : make(first, count, room, spell);
  }
  /// Bytes of a cached text on average; 0 if there are none.
  [[nodiscard]] std::size_t mean_bytes() const;

 private:
  static constexpr std::size_t kPerBoard = 8;
  /// Of all texts of one shelf; beyond that, texts are made anew each time.
  static constexpr std::size_t kMostBytes = std::size_t{256} * 1024 * 1024;

  // The texts of eight consecutive numbers.
  struct Board {
    std::array<std::uint32_t, kPerBoard + 1> begins{};  ///< offsets into `all`, with the end
    std::string all;
    [[nodiscard]] std::string_view texts(std::size_t first, std::size_t count) const {
      return {all.data() + begins[first], begins[first + count] - begins[first]};
    }
  };
  std::string_view make(std::size_t first, std::size_t count, std::string& room, const Spell& spell) const;
  [[nodiscard]] std::unique_ptr<Board> spelled(std::size_t board, const Spell& spell) const;
  const Board* keep(std::unique_ptr<Board> made, std::size_t board) const;

  const std::size_t count_;
  const std::size_t boards_;
  // NOLINTNEXTLINE(modernize-avoid-c-arrays): atomics are not moved, as a vector might
  mutable std::vector<std::atomic<const Board*>> shelf_;
  mutable std::atomic<std::size_t> bytes_ = 0;
  mutable std::atomic<std::size_t> texts_ = 0;
  mutable std::atomic<bool> is_full_ = false;
};

/// The fragments of one graph. Kept in the graph's Derived, so they end with it.
struct JsonFragments {
  explicit JsonFragments(const Graph& graph) : nodes(graph.node_count()), relationships(graph.relationship_count()) {}
  /// Made at the first call.
  [[nodiscard]] static const JsonFragments& of(const Graph& graph);

  // Each is preceded by a comma, so that list items can be appended directly.
  FragmentShelf nodes;          ///< complete objects of nodes at depth 0
  FragmentShelf relationships;  ///< whole objects
};

}  // namespace treatygraph::queries::formats
