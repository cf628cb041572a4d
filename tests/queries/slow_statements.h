#pragma once
// What statements about a provision are about, told slowly and plainly: what the questions are compared with.

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "queries/request/scope.h"
#include "tests/queries/oracle.h"

namespace treatygraph::testing {

using queries::Basis;
using queries::Scope;

inline std::string version(const std::string& key) {
  return key.substr(0, key.find(':'));
}

/// `key` and all that CORRESPONDS_TO ties it to within its treaty.
inline std::set<std::string> tied_to(const Oracle& oracle, const std::string& key, bool only_equivalent) {
  const auto treaty = [](const std::string& of) { return of.substr(0, of.find_first_of("@:")); };
  std::set<std::string> same = {key};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& r : oracle.records().relationships) {
      if (r.type != "CORRESPONDS_TO" || treaty(r.from) != treaty(r.to)) continue;
      if (only_equivalent && Oracle::text(r.properties, "relation") != "equivalent") continue;
      if (same.contains(r.from)) grew |= same.insert(r.to).second;
      if (same.contains(r.to)) grew |= same.insert(r.from).second;
    }
  }
  return same;
}

/// The same, and in versions without any the part of the same place in an equivalent article.
inline std::set<std::string> plain_counterparts(const Oracle& oracle, const std::string& key) {
  auto same = tied_to(oracle, key, false);
  std::set<std::string> versions;
  for (const auto& tied : same) versions.insert(version(tied));
  const auto above = oracle.above(key);
  const auto article = std::ranges::find_if(above, [&](const auto& whole) { return oracle.is(whole, "Article"); });
  if (article == above.end()) return same;
  for (const auto& other : tied_to(oracle, *article, true)) {
    const auto part = other + key.substr(article->size());
    const bool exists = std::ranges::count(oracle.provisions(), part) > 0;
    if (exists && oracle.is(other, "Article") && !versions.contains(version(other))) same.insert(part);
  }
  return same;
}

/// Only what `scope` sees of the records; structure is always seen.
inline GraphRecords seen_of(const GraphRecords& records, const Oracle& oracle, const Scope& scope) {
  const auto is_hidden = [&](const std::string& key) {
    return std::ranges::any_of(scope.without, [&](const auto& hidden) { return oracle.within(key, hidden); });
  };
  const auto* const basis = std::array{"", "extracted", "curated"}[static_cast<std::size_t>(scope.basis)];
  auto seen = records;
  std::erase_if(seen.nodes, [&](const auto& node) { return is_hidden(node.key); });
  std::erase_if(seen.relationships, [&](const auto& r) {
    const bool is_of_basis =
        scope.basis == Basis::All || r.type == "HAS_PART" || Oracle::text(r.properties, "basis") == basis;
    return !is_of_basis || is_hidden(r.from) || is_hidden(r.to);
  });
  return seen;
}

/// The provision and its parts, and their counterparts in other versions of the treaty with their parts.
inline std::set<std::string> plain_subjects(const Oracle& oracle, const std::string& about) {
  std::set<std::string> subjects;
  for (const auto& key : oracle.provisions()) {
    if (!oracle.within(key, about)) continue;
    for (const auto& counterpart : plain_counterparts(oracle, key)) {
      for (const auto& part : oracle.provisions()) {
        if (oracle.within(part, counterpart)) subjects.insert(part);
      }
    }
  }
  return subjects;
}

}  // namespace treatygraph::testing
