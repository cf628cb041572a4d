// An empty answer has two meanings: the treaty says nothing of the kind, or nothing of the kind is in the data. Only
// the data can tell them apart. So this file looks which treaties the parameters name, whether each is loaded, and
// whether its part of the graph has any relationship of the types that the question lives on (Question::needs), in the
// scope that was asked for.

#include "queries/answer/notices.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "queries/answer/common_parameters.h"
#include "queries/request/is_loaded.h"

namespace treatygraph::queries {
namespace {

using namespace std::string_view_literals;

/// Parameters that name nodes by key, or a treaty by slug.
constexpr std::array kOfKeys = {"of"sv, "from"sv, "to"sv, "about"sv, "key"sv, "rows"sv, "columns"sv};
constexpr std::array kOfSlugs = {"slug"sv, "treaty"sv, "left"sv, "right"sv};
constexpr std::string_view kTreatyPrefix = "treaty:";

/// Whether the scope contains one of the relationships.
bool sees_any(HopRange hops, const ScopeFilter& scope_filter) {
  return std::any_of(hops.begin(), hops.end(), [&](Hop hop) { return scope_filter.sees(hop.relationship); });
}

/// The scope in words for the end of a sentence; empty if it is the whole graph.
std::string in_scope(const Scope& scope) {
  std::string words = scope.basis == Basis::Extracted ? ", read from a text"
                      : scope.basis == Basis::Curated ? ", compiled by a person"
                                                      : "";
  if (!scope.as_of.empty()) words += fmt::format(", as of {}", scope.as_of);
  return words;
}

}  // namespace

void Notices::add_all() {
  find_what_is_named();
  for (const auto node : absent_parts_) {
    say(fmt::format("{} is cited; the document that was read does not hold it", graph_.key(node)));
  }
  for (const auto treaty : treaties_) {
    if (says_loaded(graph_, treaty) == false) {
      say(fmt::format(
          "{} is cited and not loaded: who cites it is known, what it says is not; add its text or a dataset of it to "
          "the build",
          slug_of(treaty)));
    } else {
      say_what_is_lacking(treaty);
    }
  }
  if (treaties_.empty()) say_what_is_lacking(std::nullopt);
  answer_.body->add_notices(*this);
}

void Notices::say(std::string sentence) {
  auto& said = answer_.warnings;
  if (std::ranges::find(said, sentence) == said.end()) said.push_back(std::move(sentence));
}

std::string_view Notices::slug_of(NodeId treaty) const {
  return graph_.key(treaty).substr(kTreatyPrefix.size());
}

void Notices::find_what_is_named() {
  for (const auto name : kOfKeys) {
    for (const auto& key : parameters_.list(name)) {
      const auto colon = key.find(':');
      if (colon == std::string::npos) continue;  // a label or a kind
      take_treaty(key.starts_with(kTreatyPrefix) ? key : treaty_key(key.substr(0, colon)));
      take_part(key);
    }
  }
  for (const auto name : kOfSlugs) {
    const auto slug = parameters_.text(name);
    if (!slug.empty()) take_treaty(slug.starts_with(kTreatyPrefix) ? std::string(slug) : treaty_key(slug));
  }
}

/// Each treaty once, in the order of the parameters.
void Notices::take_treaty(const std::string& key) {
  const auto treaty = graph_.find(key);
  if (treaty && std::ranges::find(treaties_, *treaty) == treaties_.end()) treaties_.push_back(*treaty);
}

void Notices::take_part(const std::string& key) {
  // Provisions that are cited and not loaded have nodes too, which say so.
  const auto node = graph_.find(key);
  if (!node || says_loaded(graph_, *node) != false || graph_.has_label(*node, label::kTreaty)) return;
  const auto treaty = graph_.find(treaty_key(key.substr(0, key.find(':'))));
  if (treaty && says_loaded(graph_, *treaty) != false) absent_parts_.push_back(*node);
}

void Notices::say_what_is_lacking(std::optional<NodeId> treaty) {
  const auto& needs = question_.needs;
  // With `types` the client asks for types of its own choice.
  if (needs.what.empty() || !parameters_.text("types").empty()) return;
  const auto scope = read_scope(parameters_);
  const auto scope_filter = scope ? ScopeFilter::of(graph_, *scope) : fail(scope.error());
  if (!scope_filter) return;
  // A treaty's nodes are consecutive, so this looks at ranges of relationships and stops at the first one.
  const NodeRange everything{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph_.node_count())}};
  const auto inside = treaty ? graph_.subtree(*treaty) : everything;
  const auto is_known = [&](std::string_view name) {
    const auto type = graph_.types().find(name);
    return type &&
           (sees_any(graph_.out(inside, *type), *scope_filter) || sees_any(graph_.in(inside, *type), *scope_filter));
  };
  if (std::ranges::any_of(needs.types, is_known)) return;
  say(fmt::format("no {} is known {}{}: that nothing is found says nothing of {}", needs.what,
                  treaty ? fmt::format("in {}", slug_of(*treaty)) : "in any treaty", in_scope(*scope),
                  treaty ? "the treaty" : "them"));
}

void add_notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer) {
  Notices(graph, question, parameters, answer).add_all();
}

}  // namespace treatygraph::queries
