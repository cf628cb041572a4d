#pragma once
// Decides which names in a treaty mean the same instrument, by the table of well-known treaties, and which mean the
// treaty itself.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/references/references.h"
#include "ingest/treaties/treaty_names.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {

/// Caches look-ups, so an object may be used by one thread only.
class InstrumentIdentity {
 public:
  /// `title` is the treaty's own.
  explicit InstrumentIdentity(std::string_view title);

  /// A key that all names of one instrument share: the slug of a well-known treaty, otherwise the name in a normalised
  /// form.
  [[nodiscard]] std::string of(const std::string& instrument);
  /// Whether it is a name of the treaty: its title, or any well-known name of it.
  [[nodiscard]] bool is_own_title(const std::string& instrument);
  /// Completes short names such as "the Paris Convention": if only one of the treaties that such a name may mean is
  /// named in full by another reference, its title becomes `full_name`.
  void settle_short_names(std::vector<Reference>& references);

 private:
  /// The row of the table with this name; null if there is none.
  const WellKnownTreaty* row_of(const std::string& name);

  const WellKnownTreaty* own_row_;
  TreatyNames own_names_;
  std::map<std::string, const WellKnownTreaty*> rows_;  ///< of names already looked up, because texts repeat them
};

}  // namespace treatygraph::ingest
