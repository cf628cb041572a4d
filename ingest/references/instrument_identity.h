#pragma once
// Which names that a treaty says are of one instrument, by the table of well-known treaties, and which are its own.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/references/references.h"
#include "ingest/treaties/treaty_names.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {

class InstrumentIdentity {
 public:
  /// `title` is the treaty's own.
  explicit InstrumentIdentity(std::string_view title);

  /// One text for all the names of one instrument.
  [[nodiscard]] std::string of(const std::string& instrument);
  /// Whether the treaty is called so: by its title, or by any name that is well known for it.
  [[nodiscard]] bool is_own_title(const std::string& instrument);
  /// Gives short names, "the Paris Convention", the full name of the one treaty that may be called so and that the
  /// references name in full.
  void settle_short_names(std::vector<Reference>& references);

 private:
  const WellKnownTreaty* row_of(const std::string& name);

  const WellKnownTreaty* own_row_;
  TreatyNames own_names_;
  std::map<std::string, const WellKnownTreaty*> rows_;  ///< of the names that were looked up: a text repeats them
};

}  // namespace treatygraph::ingest
