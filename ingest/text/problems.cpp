#include "ingest/text/problems.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/nearest.h"
#include "graph/shown.h"

namespace treatygraph::ingest {

void Problems::add(std::string_view message) {
  ++count_;
  if (messages_.size() < kMost) messages_.push_back(shown(message, kLongest));
}

// Short lists are printed whole; of long ones, the user sees only the nearest values.
std::string Problems::not_one_of(std::string_view what, std::string_view found,
                                 const std::vector<std::string_view>& allowed) {
  constexpr std::size_t kOffered = 3;  // nearest values
  constexpr std::size_t kFewEnoughToList = 16;
  const auto nearest = nearest_of(found, allowed, kOffered);
  auto message = fmt::format("no {} {}", what, found.empty() ? "(empty)" : found);
  if (allowed.size() <= kFewEnoughToList) message += fmt::format("; allowed: {}", fmt::join(allowed, ", "));
  if (!nearest.empty()) message += fmt::format("; nearest: {}", fmt::join(nearest, ", "));
  return message;
}

bool Problems::tells_of(std::string_view place) const {
  return std::ranges::any_of(messages_, [&](const std::string& message) { return message.starts_with(place); });
}

void Problems::sort(const std::vector<std::string_view>& files) {
  const auto place_of = [&](const std::string& message) {
    const std::string_view words = message;
    const auto colon = std::min(words.find(':'), words.size());
    const auto file = std::ranges::find(files, words.substr(0, colon)) - files.begin();
    int line = 0;
    std::from_chars(words.data() + std::min(colon + 1, words.size()), words.data() + words.size(), line);
    return std::pair(file, line);
  };
  std::ranges::stable_sort(messages_, {}, place_of);
}

Error Problems::as_error() const {
  auto detail = fmt::format("{}", fmt::join(messages_, "\n"));
  if (count_ > messages_.size()) detail += fmt::format("\nand {} more", count_ - messages_.size());
  return {ErrorCode::InvalidArgument, std::move(detail)};
}

}  // namespace treatygraph::ingest
