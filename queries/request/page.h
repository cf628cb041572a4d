#pragma once
// Pages of a list: a limit, and an opaque cursor that continues after the last page.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "graph/result.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

/// The page that a request asks for.
struct Page {
  static constexpr std::size_t kDefaultLimit = 100;
  static constexpr std::size_t kMaxLimit = 1'000;
  static constexpr std::size_t kAll = 10'000'000;  ///< limit=all: as many as the budget allows
  std::size_t limit = kDefaultLimit;
  std::string cursor;  ///< from an earlier answer; empty: from the start
};

/// A cursor: the beginning of the snapshot id, a dot, and the position. A cursor of another snapshot is refused,
/// because the same position may be another item there.
[[nodiscard]] std::string cursor_at(std::string_view snapshot, std::size_t position);
/// The position in the list; 0 for an empty cursor. The error says if the data changed since.
[[nodiscard]] Result<std::size_t> position_of(std::string_view cursor, std::string_view snapshot);

/// The first digits of the snapshot id in a cursor; nothing if it is not one of our cursors.
[[nodiscard]] std::optional<std::string_view> snapshot_of(std::string_view cursor);

/// The truncation note of a page that is not the last: "100 of 6,732 relationships".
[[nodiscard]] Truncation next_page(std::size_t given, std::size_t total, std::string_view what);

/// Cuts `hits` down to the page that begins at `first`; sets the total, the next cursor and, unless something else
/// already cut the answer, the truncation.
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
