#include "queries/treaty/governing_references.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

/// Whether this reference means that the citing provision governs the cited one.
class Governs {
 public:
  explicit Governs(const Graph& graph)
      : graph_(graph),
        mode_(graph.properties().find(property::kMode)),
        applied_(graph.properties().find(property::kApplied)) {}

  /// Whether no reference of the graph has a mode.
  [[nodiscard]] bool never() const { return !mode_; }
  /// With kAppliedCited, the cited provision is the one that applies, so the citing one does not govern.
  bool operator()(RelationshipId reference) const {
    if (is(reference, mode_, "notwithstanding")) return true;
    return is(reference, mode_, kAppliesTo) && !is(reference, applied_, kAppliedCited);
  }

 private:
  [[nodiscard]] bool is(RelationshipId reference, const std::optional<PropertyId>& name,
                        std::string_view expected) const {
    const auto value = name ? graph_.property(reference, *name) : PropertyView{};
    const auto* text = std::get_if<std::string_view>(&value);
    return text != nullptr && *text == expected;
  }

  const Graph& graph_;
  std::optional<PropertyId> mode_;
  std::optional<PropertyId> applied_;
};

}  // namespace

GoverningReferences::GoverningReferences(const Graph& graph) {
  const auto refers_to = graph.types().find(type::kRefersTo);
  const Governs governs(graph);
  if (!refers_to || governs.never()) return;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const NodeId node{i};
    for (const auto hop : graph.out(node, *refers_to)) {
      if (governs(hop.relationship)) out_.push_back({node, hop});
    }
  }
  // Stable, so the ends that point to one node stay in the order of their sources.
  for (const auto& [source, hop] : out_) in_.push_back({hop.node, {hop.relationship, source}});
  std::ranges::stable_sort(in_, {}, &End::here);
}

const GoverningReferences& GoverningReferences::of(const Graph& graph) {
  return graph.derived().get<GoverningReferences>([&graph] { return GoverningReferences(graph); });
}

/// Bisection for the first end, then a scan: the range of one provision has few.
std::span<const GoverningReferences::End> GoverningReferences::among(const std::vector<End>& ends, NodeRange nodes) {
  const auto first = std::ranges::lower_bound(ends, nodes.first, {}, &End::here);
  const auto last = std::ranges::find_if(first, ends.end(), [&](const End& end) { return !nodes.contains(end.here); });
  return {first, last};
}

}  // namespace treatygraph::queries
