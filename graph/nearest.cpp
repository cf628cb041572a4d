#include "graph/nearest.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace treatygraph {
namespace {

constexpr std::size_t kMostEdits = 4;  // more edits make another name
constexpr std::size_t kLongest = 128;  // bounds the row on the stack, and the work on a hostile name

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  // The dynamic programme of Wagner and Fischer (1974) with a single row. It ends as soon as every value of a row is
  // above `most`, since the least value of a row never falls from row to row.
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() > kLongest || b.size() - a.size() > most) return most + 1;
  std::array<std::size_t, kLongest + 1> row{};
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    auto diagonal = row[0];
    auto least = row[0] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const auto above = row[i];
      const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[i] = std::min({replaced, above + 1, row[i - 1] + 1});
      least = std::min(least, row[i]);
      diagonal = above;
    }
    if (least > most) return most + 1;
  }
  return std::min(row[a.size()], most + 1);
}

std::vector<std::string_view> nearest_of(std::string_view name, const std::vector<std::string_view>& candidates,
                                         std::size_t count) {
  struct Near {
    std::size_t edits;
    std::size_t not_shared;
    std::size_t position;
    std::string_view name;
  };
  std::vector<Near> near;
  // Short names allow few edits; otherwise any short name would be near any other.
  const auto most = std::min(kMostEdits, 1 + name.size() / 3);
  for (const auto candidate : candidates) {
    const auto edits = edit_distance(name, candidate, most);
    if (edits > most) continue;
    near.push_back({edits, name.size() - common_prefix(name, candidate), near.size(), candidate});
  }
  const auto kept = std::min(count, near.size());
  std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(kept), {},
                            [](const Near& n) { return std::tuple(n.edits, n.not_shared, n.position); });
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kept; ++i) names.push_back(near[i].name);
  return names;
}

}  // namespace treatygraph
