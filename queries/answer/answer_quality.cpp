#include "queries/answer/answer_quality.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/answer/answer.h"
#include "queries/answer/shown_facts.h"
#include "queries/questions/quality.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries {
namespace {

/// The unresolved citations in articles and finer provisions, including their parts, each counted once. Nodes must be
/// sorted: the nodes of a provision are consecutive, so a part that was counted with a provision above it is recognized
/// by its number.
std::size_t unresolved_in(const Graph& graph, const std::vector<NodeId>& nodes) {
  std::size_t count = 0;
  auto next = NodeId{0};
  for (const auto node : nodes) {
    // A division's citations would be those of all its articles.
    if (!graph.has_label(node, label::kProvision) || graph.has_label(node, label::kDivision)) continue;
    const auto inside = graph.subtree(node);
    for (auto part = std::max(next, inside.first); part < inside.last;
         part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      BudgetInForce::spend();
      if (!graph.string(part, property::kUnresolved).empty()) count += unresolved_of(graph, part).size();
    }
    next = std::max(next, inside.last);
  }
  return count;
}

}  // namespace

double AnswerQuality::curated_share() const {
  const auto& shown = relationships.total() > 0 ? relationships : nodes;
  return shown.total() == 0 ? 0.0 : static_cast<double>(shown.curated) / static_cast<double>(shown.total());
}

AnswerQuality quality_of_answer(const Graph& graph, const Answer& answer) {
  ShownFacts shown;
  answer.body->add_facts(shown);
  // Sorts them as well, which unresolved_in() needs.
  shown.keep_each_once();
  AnswerQuality quality{{"nodes"}, {"relationships"}, {}, 0, 0};
  for (const auto node : shown.nodes) quality.nodes.add(graph.string(node, property::kBasis));
  const auto refers_to = graph.types().find(type::kRefersTo);
  for (const auto relationship : shown.relationships) {
    BudgetInForce::spend();
    quality.relationships.add(graph.string(relationship, property::kBasis));
    quality.confidence.add(graph.string(relationship, property::kConfidence));
    const bool is_inferred =
        graph.type(relationship) == refers_to && graph.string(relationship, property::kNamed) == "inferred";
    quality.inferred_references += is_inferred ? 1U : 0U;
  }
  quality.unresolved_count = unresolved_in(graph, shown.nodes);
  return quality;
}

std::string sentence_of(const AnswerQuality& quality) {
  const auto counts = [](const BasisCount& count) {
    return fmt::format("{} of {} {} curated, {} extracted", count.curated, count.total(), count.name, count.extracted);
  };
  return fmt::format(
      "{}; {}; {} of low confidence; {} references read into words that do not name them; {} citations "
      "unresolved",
      counts(quality.nodes), counts(quality.relationships), quality.confidence.low, quality.inferred_references,
      quality.unresolved_count);
}

}  // namespace treatygraph::queries
