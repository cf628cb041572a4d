#include "queries/request/scope.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/calendar.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

/// Sorted by their beginning, without ranges inside others. Ranges of subtrees are either nested or disjoint, so what
/// remains is disjoint and can be searched by bisection.
std::vector<NodeRange> outermost(std::vector<NodeRange> ranges) {
  std::ranges::sort(ranges, [](const NodeRange& a, const NodeRange& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::vector<NodeRange> kept;
  for (const auto& range : ranges) {
    if (kept.empty() || range.first >= kept.back().last) kept.push_back(range);
  }
  return kept;
}

}  // namespace

/// ISO dates compare as text. An incomplete date ("2026-03") is compared with the same number of characters of the day:
/// it counts only if the whole month or year was over before.
bool happened_by(std::string_view date, std::string_view as_of) {
  constexpr std::size_t kWholeDay = 10;
  if (as_of.empty()) return true;
  return date.size() >= kWholeDay ? date <= as_of : date < as_of.substr(0, date.size());
}

/// The names of properties and types are looked up here, once, and not for each node.
Result<ScopeFilter> ScopeFilter::of(const Graph& graph, const Scope& scope) {
  ScopeFilter scope_filter(graph);
  scope_filter.everything_ = scope.without.empty() && scope.basis == Basis::All && scope.as_of.empty();
  if (scope_filter.everything_) return scope_filter;
  const auto hidden = find_nodes(graph, scope.without);
  if (!hidden) return fail(hidden.error());
  if (!scope.as_of.empty() && !is_date(scope.as_of)) {
    return fail(ErrorCode::InvalidArgument, fmt::format("as_of is {}; expected a day as 2026-03-01", scope.as_of));
  }
  for (const auto node : *hidden) scope_filter.hidden_.push_back(graph.subtree(node));
  scope_filter.hidden_ = outermost(std::move(scope_filter.hidden_));
  scope_filter.basis_ = scope.basis;
  scope_filter.as_of_ = scope.as_of;
  scope_filter.basis_property_ = graph.properties().find(property::kBasis);
  scope_filter.date_property_ = graph.properties().find(property::kDate);
  scope_filter.has_part_ = graph.types().find(type::kHasPart);
  return scope_filter;
}

/// The last hidden range that begins at or before the node is the only one that may contain it.
bool ScopeFilter::sees(NodeId node) const {
  if (everything_) return true;
  const auto after = std::ranges::upper_bound(hidden_, node, {}, &NodeRange::first);
  if (after != hidden_.begin() && std::prev(after)->contains(node)) return false;
  if (as_of_.empty() || !date_property_) return true;
  const auto date = graph_->property(node, *date_property_);
  const auto* day = std::get_if<std::string_view>(&date);
  return day == nullptr || happened_by(*day, as_of_);
}

/// HAS_PART has no basis of its own and is visible with any.
bool ScopeFilter::sees(RelationshipId relationship) const {
  if (everything_) return true;
  if (!as_of_.empty() && date_property_) {
    const auto date = graph_->property(relationship, *date_property_);
    const auto* day = std::get_if<std::string_view>(&date);
    if (day != nullptr && !happened_by(*day, as_of_)) return false;
  }
  return basis_ == Basis::All || graph_->type(relationship) == has_part_ || has_basis(relationship);
}

template <typename Element>
bool ScopeFilter::has_basis(Element element) const {
  if (!basis_property_) return false;
  const auto basis = graph_->property(element, *basis_property_);
  const auto* name = std::get_if<std::string_view>(&basis);
  if (name == nullptr) return false;
  if (basis_ == Basis::Curated) return *name == "curated";
  return *name == "extracted" || *name == "ocr";  // text recognized in an image is extracted, too
}
template bool ScopeFilter::has_basis(NodeId node) const;
template bool ScopeFilter::has_basis(RelationshipId relationship) const;

}  // namespace treatygraph::queries
