#pragma once
// Annexes, protocols and schedules that a treaty speaks of and its file does not hold: they are published apart.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/provision_list.h"

namespace treatygraph::ingest {

class AbsentParts {
 public:
  explicit AbsentParts(std::string_view text);

  /// What the annexes would be called, where all that is cited is of such; else nothing. Only for what no provision is
  /// called: a heading that was printed, but not read as one, is the reader's fault, and nothing is absent then.
  [[nodiscard]] std::vector<Eid> named_by(const CitedProvisions& cited) const;

 private:
  [[nodiscard]] bool holds(const CitedProvision& cited) const;

  std::set<std::string, std::less<>> printed_;  ///< "annex 2", and "annex" of one without a number
};

}  // namespace treatygraph::ingest
