#include "server/http/load.h"

#include <algorithm>

#include <fmt/format.h>

namespace treatygraph::server {
namespace {

/// Requests that wait longer than this make the listener not ready.
constexpr std::chrono::seconds kPatience{1};

/// The reason with the time in milliseconds.
std::string stalled(std::string_view what, Progress::Clock::duration time) {
  return fmt::format("{} for {} ms", what, std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
}

}  // namespace

std::string Load::why_not_ready() const {
  if (stopping) return "the server is stopping";
  const auto now = Progress::Clock::now();
  const auto waiting = std::max(cheap.missing(now), dear.missing(now));
  if (waiting > kPatience) return stalled("requests have waited for a thread, and none was finished,", waiting);
  for (const auto& loop : loops) {
    const auto held = loop.missing(now);
    if (held > kPatience) return stalled("one request has held up the others of its loop", held);
  }
  return {};
}

}  // namespace treatygraph::server
