#pragma once
// Finds acts of States that contradict each other: one of them, or its date, is wrong.

#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

/// One line for each second consent to be bound or second signature without a withdrawal in between, consent before
/// signature, withdrawal before any consent, and signature before the treaty was open for it or after it was closed.
/// Incomplete dates are compared as far as they go. Sorted. Source of the rules: Vienna Convention on the Law of
/// Treaties, articles 11 to 18 and 54.
[[nodiscard]] std::vector<std::string> doubtful_acts(const GraphRecords& records);

}  // namespace treatygraph::ingest
