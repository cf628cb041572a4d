#include "queries/search/what_it_is.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/eid.h"
#include "graph/vocabulary.h"
#include "queries/search/typed_treaty.h"

namespace treatygraph::queries {
namespace {

/// ", 2024-07-25", or nothing.
std::string dated(const Graph& graph, NodeId node) {
  const auto date = graph.string(node, property::kDate);
  return date.empty() ? std::string() : fmt::format(", {}", date);
}

/// The kind that the data state, or else that of the eId.
std::string kind_of_provision(const Graph& graph, NodeId node) {
  if (const auto kind = graph.string(node, property::kKind); !kind.empty()) return std::string(kind);
  const auto eid = Eid::parse(graph.string(node, property::kEid));
  return eid ? std::string(name_of(eid->kind())) : "provision";
}

/// The provision that establishes, grants, provides or defines it.
std::string carried_by(const Graph& graph, NodeId node, std::string_view what, std::string_view type) {
  const auto id = graph.types().find(type);
  if (!id) return std::string(what);
  for (const auto hop : graph.in(node, *id)) {
    const auto eid = Eid::parse(graph.string(hop.node, property::kEid));
    if (eid) return fmt::format("{} in {}", what, citation_of(*eid));
  }
  return std::string(what);
}

/// With the name that the statement gives its speaker, and the date.
std::string statement(const Graph& graph, NodeId node) {
  const auto speaker = graph.string(node, "speaker_as");
  return (speaker.empty() ? std::string("statement") : fmt::format("statement by {}", speaker)) + dated(graph, node);
}

/// Kinds are stored with underscores, which readers need not see.
std::string organization(const Graph& graph, NodeId node) {
  const auto kind = graph.string(node, property::kKind);
  std::string readable(kind);
  std::ranges::replace(readable, '_', ' ');
  return readable.empty() ? "organization" : fmt::format("organization ({})", readable);
}

/// A reader must see that a treaty is a draft, or that its text is not here.
std::string treaty(const KnownTreaty& known) {
  if (known.is_draft) return "draft treaty";
  return known.is_loaded ? "treaty" : "treaty, cited and not loaded";
}

}  // namespace

/// Treaties are recognised by the list of known treaties; everything else by its labels.
std::string what_it_is(const Graph& graph, NodeId node) {
  const auto is = [&](std::string_view label) { return graph.has_label(node, label); };
  if (const auto* const known = treaty_of(graph, node); known != nullptr && known->treaty == node)
    return treaty(*known);
  if (is(label::kProvision)) return kind_of_provision(graph, node);
  if (is(label::kOffence)) return carried_by(graph, node, "offence", type::kEstablishes);
  if (is(label::kPower)) return carried_by(graph, node, "power", type::kGrants);
  if (is(label::kSafeguard)) return carried_by(graph, node, "safeguard", type::kProvides);
  if (is(label::kTerm)) return carried_by(graph, node, "term", type::kDefines);
  if (is(label::kStatement)) return statement(graph, node);
  if (is(label::kEvent)) return "event" + dated(graph, node);
  if (is(label::kOrganization)) return organization(graph, node);
  if (is(label::kState)) return "State";
  return {};
}

std::string_view short_title_of(const Graph& graph, NodeId treaty) {
  if (const auto title = graph.string(treaty, "short_title"); !title.empty()) return title;
  const auto title = graph.string(treaty, property::kTitle);
  return title.empty() ? graph.key(treaty) : title.substr(0, title.find(';'));
}

}  // namespace treatygraph::queries
