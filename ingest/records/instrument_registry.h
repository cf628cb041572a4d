#pragma once
// Resolves names of treaties to slugs. It knows the treaties that the sources of a build contain or cite, and the table
// of well-known treaties.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"
#include "ingest/treaties/treaty_names.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {

/// The treaty that a name means.
struct NamedTreaty {
  std::string slug;  ///< slug of its node; empty if the name does not identify a single treaty
  const WellKnownTreaty* well_known = nullptr;  ///< its row of the table; null if it is not well known
  std::vector<std::string> may_be = {};         ///< titles, if several treaties have the name
};

/// Filled by one thread with add(). After that any number of threads may call the const functions.
class InstrumentRegistry {
 public:
  /// Collects titles and aliases of every Treaty in the records, except drafts, which share the name of their treaty,
  /// and bodies of law, which are not treaties. If treaties share a name, the first loaded one gets it.
  void add(const GraphRecords& records);
  /// Adds the names of the treaty `slug`, title first. Names that another well-known treaty has, that an earlier treaty
  /// has, or that name a kind of instrument only ("the Convention") are ignored.
  void add(const std::vector<std::string>& names, std::string_view slug);

  /// Every name has a meaning: a treaty of the sources, a well-known one, an otherwise unknown one or, for "the
  /// Convention" or "the Geneva Convention", no single treaty.
  [[nodiscard]] NamedTreaty treaty_of_name(std::string_view name) const;
  /// The same for a treaty with several names, title first.
  [[nodiscard]] NamedTreaty treaty_of_names(const std::vector<std::string>& names) const;
  /// The slug of the source treaty with this name, ignoring case, date and a leading "the".
  [[nodiscard]] std::optional<std::string> slug_of_name(std::string_view name) const;
  /// Whether a treaty of the sources has this slug.
  [[nodiscard]] bool has(std::string_view slug) const;

 private:
  std::size_t place_of(std::string_view slug);
  [[nodiscard]] NamedTreaty well_known(const WellKnownTreaty& treaty) const;
  /// `slug`, or with a hash of `name` if another treaty has this slug.
  [[nodiscard]] std::string free_slug(std::string slug, std::string_view name) const;

  std::vector<std::string> slugs_;
  TreatyNames names_;                         ///< of slugs_
  std::set<std::string, std::less<>> taken_;  ///< names that a treaty has already, in the form of alike()
  std::map<const WellKnownTreaty*, std::string> well_known_;  ///< the slugs of those that the sources have or cite
};

/// The names of a Treaty node: title, short title and aliases; title first.
[[nodiscard]] std::vector<std::string> names_of(const NodeRecord& treaty);
/// The row of the table for a treaty with these names. The title decides. If the table does not have it, the other
/// names decide, but only if they all lead to one row. Null otherwise.
[[nodiscard]] const WellKnownTreaty* well_known_of_names(const std::vector<std::string>& names);
/// The slug for a treaty that is known by name only. Long names are cut, and get a hash so that they stay distinct.
[[nodiscard]] std::string slug_of_unknown(std::string_view name);

}  // namespace treatygraph::ingest
