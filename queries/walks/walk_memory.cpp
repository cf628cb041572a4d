#include "queries/walks/walk_memory.h"

#include <utility>

namespace treatygraph::queries {

/// The arrays have one element more than nodes, because push() writes before it knows whether the node is new.
WalkScratch::Memory::Memory(std::size_t node_count)
    : capacity(node_count),
      queue(new std::uint32_t[node_count + 1]),
      arrivals(new Arrival[node_count + 1]),
      marks((node_count + 63) / 64) {}

/// Per thread, so no lock is needed.
WalkScratch::Free& WalkScratch::free_of_thread() {
  thread_local Free free;
  return free;
}

WalkScratch::WalkScratch(std::size_t node_count) {
  auto& [kept, count] = free_of_thread();
  while (count > 0 && !memory_) {
    memory_ = std::move(kept[--count]);
    if (memory_->capacity < node_count) memory_.reset();  // from a smaller snapshot
  }
  if (!memory_) memory_ = std::make_unique<Memory>(node_count);
  queue_ = memory_->queue.get();
  arrivals_ = memory_->arrivals.get();
  marks_ = memory_->marks.data();
}

WalkScratch::~WalkScratch() {
  clear();
  auto& [kept, count] = free_of_thread();
  if (count < kept.size()) kept[count++] = std::move(memory_);
}

/// Clears the words of the touched marks only; they are all in the queue.
void WalkScratch::clear() {
  for (std::size_t i = 0; i < size_; ++i) marks_[queue_[i] / 64] = 0;
  size_ = 0;
}

}  // namespace treatygraph::queries
