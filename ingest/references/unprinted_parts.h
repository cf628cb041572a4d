#pragma once
// Annexes, protocols and schedules that a treaty cites and that its file does not contain, because they were published
// separately.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/provision_list.h"
#include "ingest/references/reference_phrases.h"

namespace treatygraph::ingest {

/// Knows which components are printed as headings anywhere in the text.
class AbsentParts {
 public:
  AbsentParts(std::string_view text, const ReferencePhrases& phrases);

  /// The eIds of the annexes if everything cited is an absent one; otherwise nothing. To be called only if no provision
  /// has that name. A printed heading that was not recognised is an error of the reader, and nothing is absent then.
  [[nodiscard]] std::vector<Eid> named_by(const CitedProvisions& cited) const;

 private:
  /// Whether the citation names a component of which no heading is printed.
  [[nodiscard]] bool holds(const CitedProvision& cited) const;

  std::set<std::string, std::less<>> printed_;  ///< "annex 2", and "annex" of one without a number
};

}  // namespace treatygraph::ingest
