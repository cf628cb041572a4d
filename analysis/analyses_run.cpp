#include "analysis/analyses_run.h"

#include <fmt/format.h>

#include "analysis/betweenness.h"
#include "analysis/closures.h"
#include "analysis/components.h"
#include "analysis/part.h"
#include "analysis/reading_ranks.h"

namespace treatygraph::analysis {
namespace {

/// One function for each analysis: computes it, gathers the values on the first rank, and says what was found.
std::string run_rank(const Ranks& ranks, const Part& part, AnalysesToWrite& found) {
  const auto read = reading_ranks(ranks, part);
  found.page_rank = AnalysesToWrite::Scores{ranks.gathered(read.shares), read.references};
  return fmt::format("{} references, {} rounds", read.references, read.rounds);
}

std::string run_components(const Ranks& ranks, const Part& part, AnalysesToWrite& found) {
  const auto components = components_of(ranks, part);
  found.components = ranks.gathered(components.first_of);
  return fmt::format("{} rings; {} components lie between ranks", components.rings, components.across_ranks);
}

std::string run_closures(const Ranks& ranks, const Part& part, AnalysesToWrite& found) {
  const auto out = closures_of(ranks, part, Direction::Out);
  const auto in = closures_of(ranks, part, Direction::In);
  found.closures = AnalysesToWrite::Closures{ranks.gathered(out.sizes), ranks.gathered(in.sizes)};
  return fmt::format("{} outermost provisions, both directions", out.provisions);
}

std::string run_betweenness(const Ranks& ranks, const Graph& graph, AnalysesToWrite& found) {
  auto betweenness = betweenness_of(ranks, graph);
  found.betweenness = AnalysesToWrite::Scores{std::move(betweenness.scores), betweenness.connections};
  return fmt::format("{} connected pairs", betweenness.connections);
}

}  // namespace

std::string run_analysis(std::string_view name, const Ranks& ranks, const Graph& graph, AnalysesToWrite& found) {
  // Before a Part is made: betweenness needs the whole graph and would not use it.
  if (name == "betweenness") return run_betweenness(ranks, graph, found);
  const Part part(graph, ranks.own());
  if (name == "components") return run_components(ranks, part, found);
  if (name == "closures") return run_closures(ranks, part, found);
  return run_rank(ranks, part, found);
}

}  // namespace treatygraph::analysis
