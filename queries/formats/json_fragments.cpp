#include "queries/formats/json_fragments.h"

#include <cstring>
#include <new>

namespace treatygraph::queries::formats {

class FragmentShelf::Kept {
 public:
  struct Free {
    void operator()(const Kept* kept) const { ::operator delete(const_cast<Kept*>(kept)); }
  };
  using Owner = std::unique_ptr<const Kept, Free>;

  static Owner of(std::string_view text) {
    auto* const memory = static_cast<char*>(::operator new(sizeof(Kept) + text.size()));
    std::memcpy(memory + sizeof(Kept), text.data(), text.size());
    return Owner(new (memory) Kept(text.size()));
  }
  [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char*>(this + 1), size_}; }

 private:
  explicit Kept(std::size_t size) : size_(size) {}
  std::size_t size_;
};

FragmentShelf::FragmentShelf(std::size_t count)
    : boards_((count + kPerBoard - 1) / kPerBoard), shelf_(std::make_unique<std::atomic<Board*>[]>(boards_)) {}

FragmentShelf::~FragmentShelf() {
  for (std::size_t i = 0; i < boards_; ++i) {
    const std::unique_ptr<Board> board(shelf_[i].load());
    if (!board) continue;
    for (const auto& text : *board) const Kept::Owner owner(text.load());
  }
}

std::string_view FragmentShelf::find(std::size_t number) const {
  const auto* board = shelf_[number / kPerBoard].load(std::memory_order_acquire);
  if (board == nullptr) return {};
  const auto* kept = (*board)[number % kPerBoard].load(std::memory_order_acquire);
  return kept == nullptr ? std::string_view() : kept->text();
}

bool FragmentShelf::keep(std::size_t number, std::string_view text) const {
  const auto size = text.size() + sizeof(Kept);
  if (bytes_.fetch_add(size, std::memory_order_relaxed) + size > kMostBytes) {
    bytes_.fetch_sub(size, std::memory_order_relaxed);
    return false;
  }
  auto made = Kept::of(text);
  const Kept* none = nullptr;
  auto& place = board_of(number)[number % kPerBoard];
  if (place.compare_exchange_strong(none, made.get(), std::memory_order_acq_rel)) {
    (void)made.release();
    texts_.fetch_add(1, std::memory_order_relaxed);
  } else {
    bytes_.fetch_sub(size, std::memory_order_relaxed);  // another thread has just kept the same
  }
  return true;
}

std::size_t FragmentShelf::mean_bytes() const {
  const auto texts = texts_.load(std::memory_order_relaxed);
  return texts == 0 ? 0 : bytes_.load(std::memory_order_relaxed) / texts;
}

FragmentShelf::Board& FragmentShelf::board_of(std::size_t number) const {
  auto& place = shelf_[number / kPerBoard];
  if (auto* board = place.load(std::memory_order_acquire)) return *board;
  auto made = std::make_unique<Board>();
  Board* none = nullptr;
  if (place.compare_exchange_strong(none, made.get(), std::memory_order_acq_rel)) return *made.release();
  return *none;
}

const JsonFragments& JsonFragments::of(const Graph& graph) {
  using Kept = std::unique_ptr<const JsonFragments>;
  return *graph.derived().get<Kept>([&] { return std::make_unique<const JsonFragments>(graph); });
}

}  // namespace treatygraph::queries::formats
