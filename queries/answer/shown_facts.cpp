#include "queries/answer/shown_facts.h"

#include <algorithm>

#include "queries/questions/paths.h"
#include "queries/questions/statements.h"
#include "queries/request/subgraph.h"

namespace treatygraph::queries {
namespace {

template <typename Id>
void sort_distinct(std::vector<Id>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
}

}  // namespace

void ShownFacts::add(const Subgraph& graph) {
  for (const auto& entry : graph.nodes) add(entry.node);
  add(graph.evidence);
}

void ShownFacts::add(const Path& path) {
  add(path.nodes);
  for (const auto& hop : path.hops) add(hop.evidence);
}

void ShownFacts::add(const StatementHit& hit) {
  add(hit.statement, hit.speakers, hit.addresses, hit.carried, hit.rests_on);
  for (const auto& acts : hit.acts) add(acts);
}

void ShownFacts::add(const EventHit& hit) {
  add(hit.event, hit.concerns);
}

void ShownFacts::add(const Acts& acts) {
  const auto& towards = acts.towards;
  add(towards.signature, towards.consent, towards.domestic, towards.withdrawal, acts.reservations, acts.votes);
}

void ShownFacts::keep_each_once() {
  sort_distinct(nodes);
  sort_distinct(relationships);
}

}  // namespace treatygraph::queries
