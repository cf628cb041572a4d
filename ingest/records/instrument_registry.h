#pragma once
// Resolves names of treaties: those that the sources of a build have or cite, and well-known ones.

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

/// What a name means.
struct NamedTreaty {
  std::string slug;  ///< slug of its node; empty if the name does not identify a single treaty
  const WellKnownTreaty* well_known = nullptr;  ///< its row of the table
  std::vector<std::string> may_be = {};         ///< titles, if several treaties have the name
};

class InstrumentRegistry {
 public:
  /// Collects titles and aliases of every Treaty in the records, except drafts, which share the name of their treaty,
  /// and bodies of law, which are not treaties. If treaties share a name, the first loaded one gets it.
  void add(const GraphRecords& records);
  /// `names`, the title first, are those of the treaty `slug`.
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
  [[nodiscard]] std::string free_slug(std::string slug, std::string_view name) const;

  std::vector<std::string> slugs_;
  TreatyNames names_;                                         ///< of slugs_
  std::set<std::string, std::less<>> taken_;                  ///< normalized names
  std::map<const WellKnownTreaty*, std::string> well_known_;  ///< the slugs of those that the sources have or cite
};

/// The names of a Treaty node: title, short title and aliases; title first.
[[nodiscard]] std::vector<std::string> names_of(const NodeRecord& treaty);
/// The registry's row for a treaty with these names: by title, or else by the other names if they agree; or null.
[[nodiscard]] const WellKnownTreaty* well_known_of_names(const std::vector<std::string>& names);
/// The slug for a treaty known by name only. Long names are cut but stay distinct.
[[nodiscard]] std::string slug_of_unknown(std::string_view name);

}  // namespace treatygraph::ingest
