#include "queries/formats/graphs/view_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/formats/graphs/surroundings.h"
#include "queries/questions/participation.h"
#include "queries/questions/statements.h"
#include "queries/request/budget_in_force.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

/// What copying a node or a relationship with its properties costs in steps: about ten microseconds.
constexpr std::size_t kStepsToCopy = 32;

}  // namespace

GraphView ViewBuilder::finish(const Truncated& truncated) {
  tell_surroundings(graph_, scope_filter_, nodes_, view_);
  view_.head.snapshot = graph_.snapshot();
  const auto& why = cut_ ? cut_ : truncated;
  if (why) view_.head.truncated = why->reason;
  // Formats with declared columns need the names and types of all properties before the first node.
  for (const auto& node : view_.nodes) {
    BudgetInForce::spend();
    view_.head.node_columns.add(node.properties);
  }
  for (const auto& edge : view_.edges) {
    BudgetInForce::spend();
    view_.head.edge_columns.add(edge.properties);
  }
  return std::move(view_);
}

void ViewBuilder::add(NodeId node, std::optional<std::uint32_t> depth) {
  if (!nodes_.insert(node).second) return;
  BudgetInForce::spend(kStepsToCopy);
  auto view = view_of(graph_, node);
  if (depth) view.properties.emplace_back("depth", std::int64_t{*depth});
  view_.nodes.push_back(std::move(view));
}

void ViewBuilder::add_text(const std::string& text) {
  if (!text.empty()) view_.nodes.back().properties.emplace_back(property::kText, text);
}

void ViewBuilder::add(RelationshipId relationship) {
  if (!relationships_.insert(relationship).second) return;
  BudgetInForce::spend(kStepsToCopy);
  add(graph_.source(relationship));
  add(graph_.target(relationship));
  view_.edges.push_back(view_of(graph_, relationship));
}

void ViewBuilder::add_speaker(NodeId speaker, NodeId statement) {
  add(speaker);
  add_between(speaker, statement, type::kMade);
}

/// Linear in the relationships of that type that begin at `from`.
void ViewBuilder::add_between(NodeId from, NodeId to, std::string_view type_name) {
  const auto type = graph_.types().find(type_name);
  if (!type) return;
  for (const auto hop : graph_.out(from, *type)) {
    if (hop.node == to) add(hop.relationship);
  }
}

void ViewBuilder::add_dependency(NodeId from, NodeId to, std::span<const RelationshipId> references,
                                 std::string_view type) {
  ViewEdge edge;
  edge.from = graph_.key(from);
  edge.to = graph_.key(to);
  edge.type = type;
  // The edge has no id of its own, because it is not stored.
  edge.id = fmt::format("{}>{}>{}", edge.from, edge.type, edge.to);
  const auto [entry, is_new] = dependencies_.try_emplace(edge.id, Dependency{view_.edges.size(), {}});
  auto& known = entry->second.references;
  if (is_new) {
    view_.edges.push_back(std::move(edge));
    known.assign(references.begin(), references.end());
  } else {
    const std::set before(known.begin(), known.end());
    std::ranges::copy_if(references, std::back_inserter(known), [&](auto one) { return !before.contains(one); });
    if (known.size() == before.size()) return;
  }
  view_.edges[entry->second.edge].properties = properties_of(known);
}

/// The references' modes and quotes together, and their ids, so that the edge can be traced.
PlainProperties ViewBuilder::properties_of(std::span<const RelationshipId> references) const {
  std::vector<std::string> names;
  std::set<std::string> modes;
  std::string quotes;
  for (const auto reference : references) {
    BudgetInForce::spend();
    const auto quote = graph_.string(reference, "quote");
    const auto mode = graph_.string(reference, "mode");
    names.push_back(relationship_name(graph_, reference));
    if (!mode.empty()) modes.emplace(mode);
    if (!quote.empty()) quotes += (quotes.empty() ? "" : "; ") + std::string(quote);
  }
  const auto count = static_cast<std::int64_t>(names.size());
  PlainProperties properties = {{"references", std::move(names)}, {"count", count}};
  if (!modes.empty()) properties.emplace_back("mode", fmt::format("{}", fmt::join(modes, "; ")));
  if (!quotes.empty()) properties.emplace_back("quote", quotes);
  return properties;
}

void ViewBuilder::add_all(std::span<const RelationshipId> relationships) {
  for (const auto relationship : relationships) add(relationship);
}

void ViewBuilder::add_acts(const Participant& participant) {
  for (const auto act : {participant.signature, participant.consent, participant.domestic, participant.withdrawal}) {
    if (act) add(*act);
  }
}

void ViewBuilder::add_said(const StatementHit& hit) {
  add(hit.statement);
  for (const auto speaker : hit.speakers) add_speaker(speaker, hit.statement);
  if (hit.addresses) add(*hit.addresses);
  add_all(hit.carried);
  add_all(hit.rests_on);
}

}  // namespace treatygraph::queries::formats
