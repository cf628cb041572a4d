// Two threads may make the same board at the same time; the first to publish it wins (compare and exchange), and the
// other throws its own away. Boards are never removed before the shelf is, so a text that was found stays valid without
// a lock.

#include "queries/formats/answers/json_fragments.h"

#include <algorithm>

namespace treatygraph::queries::formats {

FragmentShelf::FragmentShelf(std::size_t count)
    : count_(count), boards_((count + kPerBoard - 1) / kPerBoard), shelf_(boards_) {}

FragmentShelf::~FragmentShelf() {
  for (const auto& place : shelf_) const std::unique_ptr<const Board> board(place.load());
}

/// Makes the board, or only the wanted texts if the cache is full.
std::string_view FragmentShelf::make(std::size_t first, std::size_t count, std::string& room,
                                     const Spell& spell) const {
  if (!is_full_.load(std::memory_order_relaxed)) {
    const auto number = first / kPerBoard;
    if (const auto* board = keep(spelled(number, spell), number)) return board->texts(first % kPerBoard, count);
  }
  room.clear();
  for (std::size_t i = 0; i < count; ++i) spell(first + i, room);
  return room;
}

/// All texts of one board.
std::unique_ptr<FragmentShelf::Board> FragmentShelf::spelled(std::size_t board, const Spell& spell) const {
  auto made = std::make_unique<Board>();
  for (std::size_t i = 0; i < kPerBoard; ++i) {
    const auto number = board * kPerBoard + i;
    if (number < count_) spell(number, made->all);
    made->begins[i + 1] = static_cast<std::uint32_t>(made->all.size());
  }
  made->all.shrink_to_fit();
  return made;
}

/// Keeps this board or another thread's; null if the cache is full.
const FragmentShelf::Board* FragmentShelf::keep(std::unique_ptr<Board> made, std::size_t board) const {
  // Counted before the board is published, so that several threads together do not exceed the limit.
  const auto size = made->all.size() + sizeof(Board);
  if (bytes_.fetch_add(size, std::memory_order_relaxed) + size > kMostBytes) {
    bytes_.fetch_sub(size, std::memory_order_relaxed);
    is_full_.store(true, std::memory_order_relaxed);
    return nullptr;
  }
  const Board* other = nullptr;
  if (!shelf_[board].compare_exchange_strong(other, made.get(), std::memory_order_acq_rel)) {
    bytes_.fetch_sub(size, std::memory_order_relaxed);
    return other;
  }
  texts_.fetch_add(std::min(kPerBoard, count_ - board * kPerBoard), std::memory_order_relaxed);
  return made.release();
}

std::size_t FragmentShelf::mean_bytes() const {
  const auto texts = texts_.load(std::memory_order_relaxed);
  return texts == 0 ? 0 : bytes_.load(std::memory_order_relaxed) / texts;
}

const JsonFragments& JsonFragments::of(const Graph& graph) {
  using Kept = std::unique_ptr<const JsonFragments>;
  return *graph.derived().get<Kept>([&] { return std::make_unique<const JsonFragments>(graph); });
}

}  // namespace treatygraph::queries::formats
