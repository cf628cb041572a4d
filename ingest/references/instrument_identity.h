#pragma once
// Decides which names used in a treaty belong to one instrument, by the table of well-known treaties, and which are its
// own.

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

  /// A common text for all names of one instrument.
  [[nodiscard]] std::string of(const std::string& instrument);
  /// Whether it is a name of the treaty: its title, or any well-known name of it.
  [[nodiscard]] bool is_own_title(const std::string& instrument);
  /// Gives a short name such as "the Paris Convention" the full name of the only treaty that it may mean and that the
  /// references name in full.
  void settle_short_names(std::vector<Reference>& references);

 private:
  const WellKnownTreaty* row_of(const std::string& name);

  const WellKnownTreaty* own_row_;
  TreatyNames own_names_;
  std::map<std::string, const WellKnownTreaty*> rows_;  ///< of names already looked up, because texts repeat them
};

}  // namespace treatygraph::ingest
