#pragma once
// Which treaty a name means: what the sources of one build call the treaties that they have or cite, and the treaties
// that are well known.

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
  std::string slug;                             ///< of its node; empty where the name is no treaty's alone
  const WellKnownTreaty* well_known = nullptr;  ///< its row of the table
  std::vector<std::string> may_be = {};         ///< titles, where the name is that of several
};

class InstrumentRegistry {
 public:
  /// Takes the titles and aliases of every Treaty among the records but drafts, which have the name of their treaty,
  /// and bodies of law, which are none. Of treaties that have one name, the first that is loaded has it.
  void add(const GraphRecords& records);
  /// `names`, the title first, are those of the treaty `slug`.
  void add(const std::vector<std::string>& names, std::string_view slug);

  /// Every name means something: a treaty of the sources, a well-known one, one that nothing else is known of, or, like
  /// "the Convention" and "the Geneva Convention", no one treaty.
  [[nodiscard]] NamedTreaty treaty_of_name(std::string_view name) const;
  /// The same for a treaty of several names, the title first.
  [[nodiscard]] NamedTreaty treaty_of_names(const std::vector<std::string>& names) const;
  /// The slug of the treaty of the sources that is called so, whatever its case, its date and "the" before it.
  [[nodiscard]] std::optional<std::string> slug_of_name(std::string_view name) const;
  /// Whether a treaty of the sources has this slug.
  [[nodiscard]] bool has(std::string_view slug) const;

 private:
  std::size_t place_of(std::string_view slug);
  [[nodiscard]] NamedTreaty well_known(const WellKnownTreaty& treaty) const;
  [[nodiscard]] std::string free_slug(std::string slug, std::string_view name) const;

  std::vector<std::string> slugs_;
  TreatyNames names_;                                         ///< of slugs_
  std::set<std::string, std::less<>> taken_;                  ///< names, made alike
  std::map<const WellKnownTreaty*, std::string> well_known_;  ///< the slugs of those that the sources have or cite
};

/// What a Treaty node is called: its title, short title and aliases, the title first.
[[nodiscard]] std::vector<std::string> names_of(const NodeRecord& treaty);
/// The row of the table that a treaty of these names is, by its title or else by its other names if they agree; or
/// null.
[[nodiscard]] const WellKnownTreaty* well_known_of_names(const std::vector<std::string>& names);
/// The slug of a treaty of which the name alone is known. Long names are cut, and told apart all the same.
[[nodiscard]] std::string slug_of_unknown(std::string_view name);

}  // namespace treatygraph::ingest
