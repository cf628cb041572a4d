#pragma once
// Pages of a list: a limit, and an opaque cursor that goes on where the last page ended.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "graph/result.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

struct Page {
  static constexpr std::size_t kDefaultLimit = 100;
  static constexpr std::size_t kMaxLimit = 1'000;
  static constexpr std::size_t kAll = 10'000'000;  ///< limit=all: what the budget allows
  std::size_t limit = kDefaultLimit;
  std::string cursor;  ///< as an answer gave it; empty: from the start
};

/// A cursor names the snapshot and the position, so that one of another snapshot is refused and not misread.
[[nodiscard]] std::string cursor_at(std::string_view snapshot, std::size_t position);
/// The position; 0 for an empty cursor. The error says when the data changed since the cursor was given.
[[nodiscard]] Result<std::size_t> position_of(std::string_view cursor, std::string_view snapshot);

/// The snapshot that a cursor is of, as the first digits of its id; nothing where it is no cursor of ours.
[[nodiscard]] std::optional<std::string_view> snapshot_of(std::string_view cursor);

/// What a page that is not the last says: "100 of 6,732 relationships".
[[nodiscard]] Truncation next_page(std::size_t given, std::size_t total, std::string_view what);

/// Of all hits of an answer those of the page that begins at `first`, with their total, the cursor that goes on, and,
/// unless something else has cut it, the truncation that says so.
template <typename Answer>
void keep_page(Answer& answer, std::size_t first, const Page& page, std::string_view snapshot, std::string_view what) {
  auto& hits = answer.hits;
  answer.total = hits.size();
  first = std::min(first, hits.size());
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(first));
  if (hits.size() <= page.limit) return;
  hits.resize(page.limit);
  answer.next_cursor = cursor_at(snapshot, first + page.limit);
  if (!answer.truncated) answer.truncated = next_page(hits.size(), answer.total, what);
}

}  // namespace treatygraph::queries
