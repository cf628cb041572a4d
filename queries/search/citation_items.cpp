// Two passes complete the items. From the last to the first, each item passes the containers that were typed after its
// own parts ("of article 24") to the item before. Then, from the first to the last, each item that is only a part takes
// the containers of the item before.

#include "queries/search/citation_items.h"

#include <algorithm>
#include <utility>

namespace treatygraph::queries {
namespace {

using Steps = std::vector<EidStep>;

/// ProvisionKind is ordered from the outermost kind to the innermost one.
ProvisionKind outermost(const Steps& steps) {
  return std::ranges::min(steps, {}, &EidStep::kind).kind;
}

/// Whether an article, rule or the like is among the steps.
bool has_unit(const Steps& steps) {
  return std::ranges::any_of(steps, [](const EidStep& step) { return is_unit(step.kind); });
}

/// The steps typed after a part that they contain: article 24 in "paragraph 3 of article 24".
Steps typed_after(const Steps& steps) {
  Steps containers;
  auto innermost = steps.front().kind;
  for (const auto& step : steps) {
    if (step.kind < innermost) containers.push_back(step);
    innermost = std::max(innermost, step.kind);
  }
  return containers;
}

/// Adds the containers that are further out than everything in `steps`.
void add_containers(const Steps& containers, Steps& steps) {
  const auto kind = outermost(steps);
  std::ranges::copy_if(containers, std::back_inserter(steps), [&](const EidStep& step) { return step.kind < kind; });
}

/// Sorts the steps from the outside in, because "paragraph 2 of article 24" names the inner part first. If an article
/// is named, chapters and the like are dropped: articles are numbered through.
Eid eid_of(Steps steps) {
  std::ranges::stable_sort(steps, {}, &EidStep::kind);
  if (has_unit(steps)) std::erase_if(steps, [](const EidStep& step) { return gathers_units(step.kind); });
  return Eid(std::move(steps));
}

}  // namespace

std::vector<Eid> provisions_of(std::vector<CitationItem> items, std::size_t most) {
  std::erase_if(items, [](const CitationItem& item) { return item.steps.empty(); });
  for (std::size_t i = items.size(); i-- > 1;) add_containers(typed_after(items[i].steps), items[i - 1].steps);
  for (std::size_t i = 1; i < items.size(); ++i) {
    auto& steps = items[i].steps;
    // A part belongs to the article before it; a bare number continues whatever the item before was in.
    const bool is_part = outermost(steps) > ProvisionKind::Article;
    if (is_part || !items[i].is_named) add_containers(items[i - 1].steps, steps);
  }
  std::vector<Eid> provisions;
  for (auto& item : items) {
    if (provisions.size() == most) break;
    provisions.push_back(eid_of(std::move(item.steps)));
  }
  return provisions;
}

}  // namespace treatygraph::queries
