#pragma once
// Annexes, protocols and schedules that a treaty cites and its file does not contain because they were published
// separately.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/provision_list.h"
#include "ingest/references/reference_phrases.h"

namespace treatygraph::ingest {

class AbsentParts {
 public:
  AbsentParts(std::string_view text, const ReferencePhrases& phrases);

  /// The eIds of the annexes if everything cited is one; otherwise nothing. Only if no provision has that name: a
  /// printed heading that was not recognised is an error of the reader, and nothing is absent then.
  [[nodiscard]] std::vector<Eid> named_by(const CitedProvisions& cited) const;

 private:
  [[nodiscard]] bool holds(const CitedProvision& cited) const;

  std::set<std::string, std::less<>> printed_;  ///< "annex 2", and "annex" of one without a number
};

}  // namespace treatygraph::ingest
