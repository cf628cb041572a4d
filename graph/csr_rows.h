#pragma once
// Finds the row of a vertex in a compressed sparse row (CSR) graph, over arrays that it does not own. In a CSR graph
// the edges of all vertices lie in one array, vertex after vertex; the row of a vertex is its range of that array.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>

namespace treatygraph {

/// A block of 64 vertices: which of them have a row, and how many vertices before the block have one. The rank of a
/// vertex among those with a row is then one popcount away. Part of the image's layout.
struct RowMarks {
  std::uint64_t present;
  std::uint32_t before;
  std::uint32_t reserved;
};
static_assert(sizeof(RowMarks) == 16);

/// The rows have one of three forms. Topology::write() chooses among them, because most vertices have no relationship
/// of most types, and 4 bytes for each vertex, type and direction add up with more than twenty types:
/// - starts by vertex, and one more: 4 bytes for each vertex, one look-up;
/// - marks, and starts by marked vertex: 0.25 bytes for each vertex, and 4 for each that has a row;
/// - marks alone, if no vertex has more than one edge: a start is then the number of marked vertices before it.
/// Copied like a pointer. The arrays must outlive it. Vertices are not checked.
class CsrRows {
 public:
  CsrRows() = default;
  /// `marks` is empty in the first form, and `starts` in the third.
  CsrRows(std::uint32_t vertices, std::span<const RowMarks> marks, std::span<const std::uint32_t> starts)
      : marks_(marks.empty() ? nullptr : marks.data()),
        starts_(starts.empty() ? nullptr : starts.data()),
        vertices_(vertices) {}

  [[nodiscard]] std::uint32_t vertex_count() const { return vertices_; }
  /// The starts by vertex, and one more, for loops that decide once which form they read; nullptr in the other forms.
  [[nodiscard]] const std::uint32_t* all_starts() const { return marks_ == nullptr ? starts_ : nullptr; }
  /// Where the row of `vertex` begins, or would begin. `vertex` may be vertex_count().
  [[nodiscard]] std::uint32_t start(std::uint32_t vertex) const {
    return marks_ == nullptr ? starts_[vertex] : start_of(slot(vertex));
  }
  /// The begin and the end of the row of `vertex`. They are equal if it has no row.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of(std::uint32_t vertex) const {
    if (marks_ == nullptr) return {starts_[vertex], starts_[vertex + 1]};
    if ((marks_[vertex / 64].present >> (vertex % 64) & 1U) == 0) return {0, 0};
    const auto at = slot(vertex);
    return {start_of(at), start_of(at + 1)};
  }
  /// The begin of the first row and the end of the last row of the vertices [first, last), which lie side by side.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of(std::uint32_t first, std::uint32_t last) const {
    if (first + 1 == last) return of(first);
    return {start(first), start(last)};
  }
  /// The vertex that has `edge` in its row: binary searches, for when an edge is known and not its vertex.
  [[nodiscard]] std::uint32_t vertex_of(std::uint32_t edge) const;
  /// The address that of() reads first, for prefetching.
  [[nodiscard]] const void* address(std::uint32_t vertex) const {
    return marks_ == nullptr ? static_cast<const void*>(starts_ + vertex) : marks_ + vertex / 64;
  }

 private:
  /// The number of vertices before `vertex` that have a row.
  [[nodiscard]] std::uint32_t slot(std::uint32_t vertex) const {
    const auto& marks = marks_[vertex / 64];
    const auto lower = (std::uint64_t{1} << (vertex % 64)) - 1;
    return marks.before + static_cast<std::uint32_t>(std::popcount(marks.present & lower));
  }
  /// Where the row of that rank begins.
  [[nodiscard]] std::uint32_t start_of(std::uint32_t slot) const { return starts_ == nullptr ? slot : starts_[slot]; }
  [[nodiscard]] std::size_t marks_size() const { return vertices_ / 64 + 1; }

  const RowMarks* marks_ = nullptr;
  const std::uint32_t* starts_ = nullptr;
  std::uint32_t vertices_ = 0;
};

inline std::uint32_t CsrRows::vertex_of(std::uint32_t edge) const {
  const auto last_not_after = [edge](std::span<const std::uint32_t> starts) {
    return static_cast<std::uint32_t>(std::ranges::upper_bound(starts, edge) - starts.begin() - 1);
  };
  if (marks_ == nullptr) return last_not_after({starts_, vertices_});
  const std::span marks(marks_, marks_size());
  const auto slots = marks.back().before + static_cast<std::uint32_t>(std::popcount(marks.back().present));
  const auto at = starts_ == nullptr ? edge : last_not_after({starts_, slots});
  const auto block = std::ranges::upper_bound(marks, at, {}, &RowMarks::before) - marks.begin() - 1;
  // Clear the lower marks of the block until the lowest is the wanted one.
  auto present = marks[static_cast<std::size_t>(block)].present;
  for (auto i = marks[static_cast<std::size_t>(block)].before; i < at; ++i) present &= present - 1;
  return static_cast<std::uint32_t>(block) * 64 + static_cast<std::uint32_t>(std::countr_zero(present));
}

}  // namespace treatygraph
