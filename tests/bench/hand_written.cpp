#include "tests/bench/hand_written.h"

#include <algorithm>

namespace treatygraph::bench {

Rows::Rows(std::size_t node_count, std::vector<std::pair<std::uint32_t, std::uint32_t>> edges)
    : offsets(node_count + 1) {
  std::ranges::sort(edges);
  targets.reserve(edges.size());
  for (const auto& [from, to] : edges) {
    ++offsets[from + 1];
    targets.push_back(to);
  }
  for (std::size_t i = 0; i < node_count; ++i) offsets[i + 1] += offsets[i];
}

bool HandWritten::mark(Marks& marks, std::uint32_t node) {
  auto& word = marks[node / 64];
  const auto bit = std::uint64_t{1} << (node % 64);
  if ((word & bit) != 0) return false;
  word |= bit;
  return true;
}

bool HandWritten::is_marked(const Marks& marks, std::uint32_t node) {
  return (marks[node / 64] >> (node % 64) & 1U) != 0;
}

void HandWritten::unmark(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) marks_[queue_[i] / 64] = 0;
}

std::size_t HandWritten::closure(const Rows& rows, std::uint32_t start, std::uint32_t depth) {
  const auto* offsets = rows.offsets.data();
  const auto* targets = rows.targets.data();
  auto* queue = queue_.data();
  std::size_t head = 0;
  std::size_t tail = 0;
  queue[tail++] = start;
  mark(marks_, start);
  for (std::uint32_t d = 0; d < depth && head < tail; ++d) {
    for (const auto end = tail; head < end; ++head) {
      const auto node = queue[head];
      for (auto i = offsets[node], last = offsets[node + 1]; i < last; ++i) {
        if (mark(marks_, targets[i])) queue[tail++] = targets[i];
      }
    }
  }
  unmark(tail);
  return tail - 1;
}

std::size_t HandWritten::dependencies(const BareReading& reading, std::uint32_t start, std::uint32_t depth) {
  const auto* offsets = reading.references.offsets.data();
  const auto* targets = reading.references.targets.data();
  std::uint32_t tail = 0;
  queue_[tail++] = start;
  mark(marks_, start);
  const auto take = [&](std::uint32_t position, std::uint32_t first, std::uint32_t last) {
    for (auto i = first; i < last; ++i) {
      const auto target = targets[i];
      if (target - start < reading.ends[start] - start || !mark(marks_, target)) continue;
      arrivals_[tail] = {position, i};
      queue_[tail++] = target;
    }
  };
  std::uint32_t head = 0;
  for (std::uint32_t d = 0; d < depth && head < tail; ++d) {
    for (const auto end = tail; head < end; ++head) {
      const auto node = queue_[head];
      if (head != 0 && reading.is_entered[node] == 0) continue;
      take(head, offsets[node], offsets[reading.ends[node]]);
      for (auto at = node; reading.above[at] != at;) {
        at = reading.above[at];
        take(head, offsets[at], offsets[at + 1]);
      }
    }
  }
  unmark(tail);
  return tail - 1;
}

std::size_t HandWritten::closure_with_prefetch(const Rows& rows, std::uint32_t start) {
  const auto* offsets = rows.offsets.data();
  const auto* targets = rows.targets.data();
  auto* queue = queue_.data();
  std::size_t tail = 0;
  queue[tail++] = start;
  mark(marks_, start);
  for (std::size_t head = 0; head < tail; ++head) {
    if (head + 16 < tail) __builtin_prefetch(offsets + queue[head + 16]);
    if (head + 8 < tail) __builtin_prefetch(targets + offsets[queue[head + 8]]);
    const auto node = queue[head];
    for (auto i = offsets[node], last = offsets[node + 1]; i < last; ++i) {
      if (mark(marks_, targets[i])) queue[tail++] = targets[i];
    }
  }
  unmark(tail);
  return tail - 1;
}

std::size_t HandWritten::distance(const Rows& symmetric, std::uint32_t from, std::uint32_t to) {
  struct Side {
    std::uint32_t* queue;
    Marks* marks;
    std::size_t head = 0;
    std::size_t tail = 0;
    std::size_t edges = 0;
  };
  Side near{queue_.data(), &marks_};
  Side far{other_queue_.data(), &other_marks_};
  const auto begin = [&](Side& side, std::uint32_t node) {
    side.queue[side.tail++] = node;
    mark(*side.marks, node);
    side.edges = symmetric.degree(node);
  };
  begin(near, from);
  begin(far, to);
  std::size_t length = 0;
  bool met = false;
  while (!met && near.head < near.tail && far.head < far.tail) {
    ++length;
    auto& side = near.edges <= far.edges ? near : far;
    auto& other = near.edges <= far.edges ? far : near;
    side.edges = 0;
    for (const auto end = side.tail; side.head < end && !met; ++side.head) {
      const auto node = side.queue[side.head];
      for (auto i = symmetric.offsets[node], last = symmetric.offsets[node + 1]; i < last && !met; ++i) {
        const auto next = symmetric.targets[i];
        if (!mark(*side.marks, next)) continue;
        side.queue[side.tail++] = next;
        met = is_marked(*other.marks, next);
        side.edges += symmetric.degree(next);
      }
    }
  }
  for (std::size_t i = 0; i < near.tail; ++i) marks_[queue_[i] / 64] = 0;
  for (std::size_t i = 0; i < far.tail; ++i) other_marks_[other_queue_[i] / 64] = 0;
  return met ? length : 0;
}

}  // namespace treatygraph::bench
