#include "ingest/ranks/hand_out.h"

#include <algorithm>
#include <functional>

namespace treatygraph::ingest {

/// Documents of equal size keep their order.
HandOut::HandOut(std::span<const std::size_t> sizes) : is_second_time_(sizes.size()) {
  for (std::size_t i = 0; i < sizes.size(); ++i) left_.push_back(i);
  std::ranges::stable_sort(left_, std::ranges::greater(), [&](std::size_t i) { return sizes[i]; });
}

std::optional<std::size_t> HandOut::next(int rank) {
  if (left_.empty()) return std::nullopt;
  const auto document = left_.front();
  left_.pop_front();
  given_[rank] = document;
  return document;
}

void HandOut::finish(int rank) {
  given_.erase(rank);
}

std::optional<std::size_t> HandOut::lose(int rank) {
  const auto given = given_.find(rank);
  if (given == given_.end()) return std::nullopt;
  const auto document = given->second;
  given_.erase(given);
  // Two ranks died while they read it, so it would probably end a third one as well.
  if (is_second_time_[document]) return document;
  is_second_time_[document] = true;
  left_.push_back(document);
  return std::nullopt;
}

std::optional<std::size_t> HandOut::given_to(int rank) const {
  const auto given = given_.find(rank);
  return given == given_.end() ? std::nullopt : std::optional(given->second);
}

}  // namespace treatygraph::ingest
