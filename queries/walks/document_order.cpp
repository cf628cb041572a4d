// A radix sort by node id. Only the bits in which the ids differ are sorted, in passes of at most seven bits each, so a
// few thousand nodes of one treaty take two passes.

#include "queries/walks/document_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>

namespace treatygraph::queries {
namespace {

constexpr std::size_t kFewNodes = 16;   // with fewer nodes, comparing is cheaper than counting
constexpr unsigned kMostDigitBits = 7;  // more would cost more than another pass saves

/// The bits of (node - first) that one pass sorts by.
struct Digit {
  std::uint32_t first;
  unsigned shift;
  unsigned bits;
  [[nodiscard]] std::size_t of(const SubgraphNode& entry) const {
    return (static_cast<std::uint32_t>(entry.node) - first) >> shift & ((1U << bits) - 1);
  }
};

/// Moves nodes from `from` to `to`; stable for equal digits.
void sort_by(const Digit& digit, const std::vector<SubgraphNode>& from, std::vector<SubgraphNode>& to) {
  std::array<std::uint32_t, 1U << kMostDigitBits> places;  // NOLINT(*-member-init): filled as far as it is used
  const auto used = std::span(places).first(1U << digit.bits);
  std::ranges::fill(used, 0U);
  for (const auto& entry : from) ++used[digit.of(entry)];
  std::uint32_t before = 0;
  for (auto& place : used) before += std::exchange(place, before);
  for (const auto& entry : from) to[used[digit.of(entry)]++] = entry;
}

}  // namespace

/// Ids are sorted relative to the least one, so the number of passes depends on the span of the walk and not on the
/// size of the graph.
void into_document_order(std::vector<SubgraphNode>& nodes) {
  if (nodes.size() < kFewNodes) {
    std::ranges::sort(nodes, {}, &SubgraphNode::node);
    return;
  }
  auto first = nodes.front().node;
  auto last = first;
  for (const auto& [node, depth] : nodes) {
    first = std::min(first, node);
    last = std::max(last, node);
  }
  const auto span = static_cast<std::uint32_t>(last) - static_cast<std::uint32_t>(first);
  const auto bits = 32U - static_cast<unsigned>(std::countl_zero(span));
  const auto passes = (bits + kMostDigitBits - 1) / kMostDigitBits;
  std::vector<SubgraphNode> sorted(nodes.size());
  for (unsigned pass = 0; pass < passes; ++pass) {
    const auto digit_bits = (bits + passes - 1) / passes;
    sort_by({static_cast<std::uint32_t>(first), pass * digit_bits, digit_bits}, nodes, sorted);
    nodes.swap(sorted);
  }
}

}  // namespace treatygraph::queries
