#pragma once
// The memory of a walk: a flat queue and marks of visited nodes. It is kept per thread and cleared in proportion to
// what was touched, because clearing all of it costs more than most walks.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "graph/ids.h"

namespace treatygraph::queries {

/// The memory of one walk, borrowed from the thread that creates it and returned to the thread that destroys it.
/// Several may be borrowed at once.
class WalkScratch {
 public:
  explicit WalkScratch(std::size_t node_count);
  ~WalkScratch();
  WalkScratch(const WalkScratch&) = delete;
  WalkScratch& operator=(const WalkScratch&) = delete;

  /// Appends `node` to the queue unless it is marked already; returns whether it did.
  [[gnu::always_inline]] bool push(std::uint32_t node) {
    auto& word = marks_[node / 64];
    const auto bit = MarkWord{1} << (node % 64);
    const bool is_new = (word & bit) == 0;  // unpredictable, so nothing branches on it here
    word |= bit;
    queue_[size_] = node;
    size_ += static_cast<std::size_t>(is_new);
    return is_new;
  }
  /// The same, and remembers the queue position from which the node was reached; see came_from().
  [[gnu::always_inline]] bool push(std::uint32_t node, std::size_t from, RelationshipId over = {}) {
    arrivals_[size_] = {static_cast<std::uint32_t>(from), over};  // written over where the node is not new
    return push(node);
  }
  /// How a node was reached: the queue position of the node before it, and the relationship.
  struct Arrival {
    std::uint32_t from;
    RelationshipId over;
  };
  /// Pushes the nodes nodes[first] to nodes[last - 1] that `admits(node)` admits, as reached from the queue position
  /// `from` over the relationship over(i).
  template <typename Over, typename Admits>
  [[gnu::always_inline]] void push_each(const std::uint32_t* nodes, std::uint32_t first, std::uint32_t last,
                                        std::uint32_t from, Over over, Admits admits) {
    auto* const marks = marks_;
    auto* const queue = queue_;
    auto* const arrivals = arrivals_;
    auto size = size_;  // in a register: each step waits for the size of the one before
    for (auto i = first; i < last; ++i) {
      const auto node = nodes[i];
      if (!admits(node)) continue;
      auto& word = marks[node / 64];
      const auto bit = MarkWord{1} << (node % 64);
      const bool is_new = (word & bit) == 0;
      word |= bit;
      queue[size] = node;
      arrivals[size] = {from, over(i)};
      size += static_cast<std::size_t>(is_new);
    }
    size_ = size;
  }
  /// Parallel to queue(). Only valid for nodes that were pushed with an arrival.
  [[nodiscard]] std::span<const Arrival> arrivals() const { return {arrivals_, size_}; }
  [[nodiscard]] std::size_t came_from(std::size_t position) const { return arrivals_[position].from; }
  [[nodiscard]] bool is_marked(std::uint32_t node) const { return (marks_[node / 64] >> (node % 64) & 1U) != 0; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t operator[](std::size_t position) const { return queue_[position]; }
  [[nodiscard]] std::span<const std::uint32_t> queue() const { return {queue_, size_}; }
  /// Removes and unmarks everything pushed after the first `size` nodes.
  void cut(std::size_t size) {
    while (size_ > size) {
      const auto node = queue_[--size_];
      marks_[node / 64] &= ~(MarkWord{1} << (node % 64));
    }
  }
  /// Resets to the state when just borrowed.
  void clear();

 private:
  /// 64 marks. Not std::size_t, so that the compiler can keep size_ in a register while marks are written.
  using MarkWord = unsigned long long;
  static_assert(sizeof(MarkWord) == 8);

  struct Memory {
    explicit Memory(std::size_t node_count);
    std::size_t capacity;
    // NOLINTBEGIN(modernize-avoid-c-arrays): left unwritten until used
    std::unique_ptr<std::uint32_t[]> queue;
    std::unique_ptr<Arrival[]> arrivals;
    // NOLINTEND(modernize-avoid-c-arrays)
    std::vector<MarkWord> marks;
  };
  /// The free memory of a thread. Its size is fixed, so that giving memory back never allocates: the walk may have
  /// ended because memory ran out.
  struct Free {
    std::array<std::unique_ptr<Memory>, 16> kept;
    std::size_t count = 0;
  };
  static Free& free_of_thread();

  std::unique_ptr<Memory> memory_;
  std::uint32_t* queue_;
  Arrival* arrivals_;
  MarkWord* marks_;
  std::size_t size_ = 0;
};

}  // namespace treatygraph::queries
