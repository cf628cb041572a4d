#include "queries/treaty/reference_filter.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {

Result<ReferenceFilter> ReferenceFilter::of(const Graph& graph, const std::vector<std::string>& modes,
                                            const Scope& scope) {
  for (const auto& mode : modes) {
    if (std::ranges::find(kModes, mode) == kModes.end()) {
      return fail(unknown_name("mode", mode, {kModes.begin(), kModes.end()}));
    }
  }
  auto scope_filter = ScopeFilter::of(graph, scope);
  if (!scope_filter) return fail(scope_filter.error());
  ReferenceFilter filter(graph, std::move(*scope_filter));
  filter.modes_ = modes;
  filter.mode_property_ = graph.properties().find(property::kMode);
  return filter;
}

/// A reference without a mode is admitted only if no mode was requested.
bool ReferenceFilter::admits(Hop hop) const {
  const auto r = hop.relationship;
  if (!scope_filter_.sees(r) || !scope_filter_.sees(graph_->source(r)) || !scope_filter_.sees(graph_->target(r)))
    return false;
  if (modes_.empty()) return true;
  if (!mode_property_) return false;
  const auto mode = graph_->property(hop.relationship, *mode_property_);
  const auto* name = std::get_if<std::string_view>(&mode);
  return name != nullptr && std::ranges::find(modes_, *name) != modes_.end();
}

}  // namespace treatygraph::queries
