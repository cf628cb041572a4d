#include "queries/page.h"

#include <charconv>

#include <fmt/format.h>

namespace treatygraph::queries {
namespace {

constexpr std::size_t kSnapshotDigits = 12;  // enough to tell snapshots apart, short enough for a link

}  // namespace

std::string cursor_at(std::string_view snapshot, std::size_t position) {
  return fmt::format("{}.{}", snapshot.substr(0, kSnapshotDigits), position);
}

Result<std::size_t> position_of(std::string_view cursor, std::string_view snapshot) {
  if (cursor.empty()) return 0;
  const auto dot = cursor.rfind('.');
  std::size_t position = 0;
  if (dot != std::string_view::npos) {
    const auto* const end = cursor.data() + cursor.size();
    const auto [stop, error] = std::from_chars(cursor.data() + dot + 1, end, position);
    if (error == std::errc{} && stop == end) {
      if (cursor.substr(0, dot) == snapshot.substr(0, kSnapshotDigits)) return position;
      return fail(ErrorCode::InvalidArgument,
                  "the cursor is of an earlier snapshot, and the data have changed since: start again without cursor");
    }
  }
  return fail(ErrorCode::InvalidArgument, "the cursor is not one that an answer gave: start again without cursor");
}

Truncation next_page(std::size_t given, std::size_t total, std::string_view what) {
  return {fmt::format("{} of {} {} are on this page", given, total, what),
          "ask again with cursor set to this answer's next_cursor, or raise limit"};
}

}  // namespace treatygraph::queries
