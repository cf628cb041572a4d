#pragma once
// Annexes, protocols and schedules that a treaty speaks of and its file does not hold: they are published apart.

#include <set>
#include <string>
#include <string_view>

#include "ingest/provision_list.h"

namespace treatygraph::ingest {

class AbsentParts {
 public:
  explicit AbsentParts(std::string_view text);

  /// Whether it names an annex and no line of the text could be that annex's heading. Only for what no provision is
  /// called: a heading that was printed, but not read as one, is the reader's fault, and nothing is absent then.
  [[nodiscard]] bool holds(const CitedProvision& cited) const;

 private:
  std::set<std::string, std::less<>> printed_;  ///< "annex 2", and "annex" of one without a number
};

}  // namespace treatygraph::ingest
