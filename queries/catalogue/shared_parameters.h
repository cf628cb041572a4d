#pragma once
// Parameters that several questions have, with their documentation. The texts are shown on the command line, in the
// contract and to assistants.

#include <algorithm>
#include <array>

#include "queries/answer/question.h"

namespace treatygraph::queries {

// Scope: which part of the graph is seen.
inline constexpr ParameterSpec kWithout = {"without", "KEY,...", "as if these nodes, with their parts, were not there"};
inline constexpr ParameterSpec kBasis = {"basis", "all|extracted|curated",
                                         "only what was read from a text, or compiled", false, "all"};
inline constexpr ParameterSpec kNodeBasis = {"basis", "all|extracted|curated",
                                             "only nodes that were read from a text, or compiled", false, "all"};
inline constexpr ParameterSpec kAsOf = {"as_of", "YYYY-MM-DD", "leave out what happened later"};
// Pages and limits.
inline constexpr ParameterSpec kCursor = {"cursor", "CURSOR", "next_cursor of the page before"};
/// The length of a page, whose entries `help` names.
constexpr ParameterSpec page_limit(std::string_view help) {
  return {"limit", "N|all", help, false, "100", 1'000};
}
inline constexpr auto kPageLimit = page_limit("entries on a page, at most 1000 (100); of csv and ndjson all");
inline constexpr ParameterSpec kNodeLimit = {"limit", "N", "nodes in the answer (1000)", false, "1000", 100'000};
// Walks over relationships.
inline constexpr ParameterSpec kTypes = {"types", "TYPE,...", "only these relationship types"};
inline constexpr ParameterSpec kModes = {"modes", "MODE,...", "only references of this legal force, as subject_to"};
inline constexpr ParameterSpec kAvoid = {"avoid", "KEY|LABEL,...", "nodes, with their parts, that must not be entered"};
inline constexpr ParameterSpec kLevel = {"level", "article|paragraph|point|as_written",
                                         "at which the answer is shown; it changes nothing that is found (article)",
                                         false, "article"};
inline constexpr ParameterSpec kRelation = {"relation", "rests_on|governed_by|both",
                                            "governed_by: what applies to it or prevails over it (rests_on)", false,
                                            "rests_on"};
inline constexpr ParameterSpec kPathRelation = {"relation", "rests_on|governed_by|both",
                                                "of dependencies: over which a path may lead (both)", false, "both"};
inline constexpr ParameterSpec kInto = {"into", "divisions",
                                        "go on into the articles of a chapter or another division that is referred to"};
// About the answer.
inline constexpr ParameterSpec kWhy = {"why", "true|KEY",
                                       "tell in sentences why each node, or this one, is in the answer"};
inline constexpr ParameterSpec kQuality = {"quality", "true|false",
                                           "count what of the answer is curated, unsure or unresolved", false, "false"};
// Subjects in the path of the route.
inline constexpr ParameterSpec kSlug = {"slug", "SLUG", "of the treaty, as uncc", true};
inline constexpr ParameterSpec kKey = {"key", "KEY", "of the node, as uncc:art_24__para_2", true};

/// The parameters of several lists, in order: a question's own, then shared ones.
template <std::size_t... Sizes>
constexpr auto joined(const std::array<ParameterSpec, Sizes>&... lists) {
  std::array<ParameterSpec, (Sizes + ...)> all{};
  auto at = all.begin();
  ((at = std::ranges::copy(lists, at).out), ...);
  return all;
}

/// What every question about the graph has: its scope, and how far the answer can be trusted. In lists of nodes,
/// `basis` is that of the nodes themselves.
inline constexpr std::array kScope = {kWithout, kBasis, kAsOf, kQuality};
inline constexpr std::array kNodeScope = {kWithout, kNodeBasis, kAsOf, kQuality};

}  // namespace treatygraph::queries
