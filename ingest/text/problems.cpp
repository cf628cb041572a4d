#include "ingest/text/problems.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/nearest.h"
#include "graph/shown.h"

namespace treatygraph::ingest {

void Problems::add(std::string_view message) {
  ++count_;
  if (messages_.size() < kMost) messages_.push_back(shown(message, kLongest));
}

std::string Problems::not_one_of(std::string_view what, std::string_view found,
                                 const std::vector<std::string_view>& allowed) {
  constexpr std::size_t kOffered = 3;
  constexpr std::size_t kFewEnoughToList = 16;
  const auto nearest = nearest_of(found, allowed, kOffered);
  auto message = fmt::format("no {} {}", what, found.empty() ? "(empty)" : found);
  if (allowed.size() <= kFewEnoughToList) message += fmt::format("; allowed: {}", fmt::join(allowed, ", "));
  if (!nearest.empty()) message += fmt::format("; nearest: {}", fmt::join(nearest, ", "));
  return message;
}

Error Problems::as_error() const {
  auto detail = fmt::format("{}", fmt::join(messages_, "\n"));
  if (count_ > messages_.size()) detail += fmt::format("\nand {} more", count_ - messages_.size());
  return {ErrorCode::InvalidArgument, std::move(detail)};
}

}  // namespace treatygraph::ingest
