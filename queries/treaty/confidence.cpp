#include "queries/treaty/confidence.h"

#include <algorithm>
#include <array>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

/// In ascending order, so the least of a chain is the first.
constexpr std::array<std::string_view, 3> kConfidences = {"low", "medium", "high"};

}  // namespace

std::string_view lowest_confidence(const Graph& graph, std::span<const RelationshipId> chain) {
  const auto* lowest = kConfidences.end();
  for (const auto relationship : chain) {
    const auto* found = std::ranges::find(kConfidences, graph.string(relationship, property::kConfidence));
    if (found == kConfidences.end()) return {};
    lowest = std::min(lowest, found);
  }
  return lowest == kConfidences.end() ? std::string_view() : *lowest;
}

std::string_view lowered(std::string_view confidence) {
  const auto* found = std::ranges::find(kConfidences, confidence);
  return found == kConfidences.begin() || found == kConfidences.end() ? confidence : *std::prev(found);
}

}  // namespace treatygraph::queries
