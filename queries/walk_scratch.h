#pragma once
// The memory of a walk: a flat queue and the marks of what was seen. Kept by each thread and cleared in proportion to
// what was touched, because clearing by the size of the graph costs more than most walks.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace treatygraph::queries {

/// Borrowed for the length of one walk; goes back to its thread when the variable ends. Several may be out at once.
class WalkScratch {
 public:
  explicit WalkScratch(std::size_t node_count);
  ~WalkScratch();
  WalkScratch(const WalkScratch&) = delete;
  WalkScratch& operator=(const WalkScratch&) = delete;

  /// Puts `node` at the end of the queue unless it is marked already; whether it did.
  bool push(std::uint32_t node) {
    auto& word = marks_[node / 64];
    const auto bit = std::uint64_t{1} << (node % 64);
    if ((word & bit) != 0) return false;
    word |= bit;
    queue_[size_++] = node;
    return true;
  }
  [[nodiscard]] bool is_marked(std::uint32_t node) const { return (marks_[node / 64] >> (node % 64) & 1U) != 0; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t operator[](std::size_t position) const { return queue_[position]; }
  [[nodiscard]] std::span<const std::uint32_t> queue() const { return {queue_, size_}; }
  /// Takes back, and unmarks, what was pushed after the first `size`.
  void cut(std::size_t size) {
    while (size_ > size) {
      const auto node = queue_[--size_];
      marks_[node / 64] &= ~(std::uint64_t{1} << (node % 64));
    }
  }
  /// As if just borrowed.
  void clear();

 private:
  struct Memory {
    explicit Memory(std::size_t node_count);
    std::size_t capacity;
    std::unique_ptr<std::uint32_t[]> queue;  // NOLINT(modernize-avoid-c-arrays): left unwritten until used
    std::vector<std::uint64_t> marks;
  };
  static std::vector<std::unique_ptr<Memory>>& free_of_thread();

  std::unique_ptr<Memory> memory_;
  std::uint32_t* queue_;
  std::uint64_t* marks_;
  std::size_t size_ = 0;
};

}  // namespace treatygraph::queries
