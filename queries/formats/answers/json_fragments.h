#pragma once
// The JSON of nodes and relationships, written once for each snapshot: at 1,000 nodes an answer costs more to write
// than to find.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries::formats {

/// Texts by number. Each is made when it or a neighbour is first asked for: what stands together in a treaty stands
/// together in answers, and in memory. Any thread may ask.
class FragmentShelf {
 public:
  /// Appends the text of a number. The same each time.
  using Spell = std::function<void(std::size_t number, std::string& out)>;

  explicit FragmentShelf(std::size_t count);
  ~FragmentShelf();
  FragmentShelf(const FragmentShelf&) = delete;
  FragmentShelf& operator=(const FragmentShelf&) = delete;

  /// How many of the numbers that count up from `first` have their texts on its board.
  [[nodiscard]] static constexpr std::size_t together(std::size_t first) { return kPerBoard - first % kPerBoard; }
  /// The texts of `count` numbers from `first` on, at most together(first), one after the other. Once the shelf is full
  /// they are spelled into `room`.
  [[nodiscard]] std::string_view find(std::size_t first, std::size_t count, std::string& room,
                                      const Spell& spell) const {
    const auto* board = shelf_[first / kPerBoard].load(std::memory_order_acquire);
    return board != nullptr ? board->texts(first % kPerBoard, count) : make(first, count, room, spell);
  }
  /// Of the texts that are kept, 0 while none is.
  [[nodiscard]] std::size_t mean_bytes() const;

 private:
  static constexpr std::size_t kPerBoard = 8;
  static constexpr std::size_t kMostBytes = 256U * 1024 * 1024;

  struct Board {
    std::array<std::uint32_t, kPerBoard + 1> begins{};  ///< into `all`, and its end
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
  const std::unique_ptr<std::atomic<const Board*>[]> shelf_;
  mutable std::atomic<std::size_t> bytes_ = 0;
  mutable std::atomic<std::size_t> texts_ = 0;
  mutable std::atomic<bool> is_full_ = false;
};

/// Kept in the graph's Derived.
struct JsonFragments {
  explicit JsonFragments(const Graph& graph) : nodes(graph.node_count()), relationships(graph.relationship_count()) {}
  [[nodiscard]] static const JsonFragments& of(const Graph& graph);

  // Each after a comma, so that one more in a list is one more piece to copy.
  FragmentShelf nodes;          ///< whole objects, of nodes at depth 0
  FragmentShelf relationships;  ///< whole objects
};

}  // namespace treatygraph::queries::formats
