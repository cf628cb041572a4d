#include "queries/request/page.h"

#include <charconv>

#include <fmt/format.h>

namespace treatygraph::queries {
namespace {

constexpr std::size_t kSnapshotDigits = 12;  // enough to distinguish snapshots, and short in links

/// The number after the dot; nothing if anything but digits follows it.
std::optional<std::size_t> position_after(std::string_view cursor, std::size_t dot) {
  std::size_t position = 0;
  const auto* const end = cursor.data() + cursor.size();
  const auto [stop, error] = std::from_chars(cursor.data() + dot + 1, end, position);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return position;
}

}  // namespace

/// For example "3f9a0c11d2e4.200".
std::string cursor_at(std::string_view snapshot, std::size_t position) {
  return fmt::format("{}.{}", snapshot.substr(0, kSnapshotDigits), position);
}

std::optional<std::string_view> snapshot_of(std::string_view cursor) {
  const auto dot = cursor.rfind('.');
  if (dot == std::string_view::npos || !position_after(cursor, dot)) return std::nullopt;
  return cursor.substr(0, dot);
}

/// A damaged cursor and one of an earlier snapshot have different remedies, so they are told apart.
Result<std::size_t> position_of(std::string_view cursor, std::string_view snapshot) {
  if (cursor.empty()) return 0;
  const auto of = snapshot_of(cursor);
  if (!of) {
    return fail(ErrorCode::InvalidArgument, "the cursor is not one that an answer gave: start again without cursor");
  }
  if (*of == snapshot.substr(0, kSnapshotDigits)) return *position_after(cursor, of->size());
  return fail(ErrorCode::InvalidArgument,
              "the cursor is of an earlier snapshot, and the data have changed since: start again without cursor");
}

Truncation next_page(std::size_t given, std::size_t total, std::string_view what) {
  return {fmt::format("{} of {} {} are on this page", given, total, what),
          "ask again with cursor set to this answer's next_cursor, or raise limit"};
}

}  // namespace treatygraph::queries
