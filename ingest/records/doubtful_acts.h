#pragma once
// Acts of States that do not go together: one of them, or its day, is wrong.

#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

/// A line for each second consent to be bound or second signature without a withdrawal between, consent before the
/// signature, withdrawal before any consent, and signature before the treaty was open for it or after it was closed.
/// Days that are not known exactly are held against each other as far as they go. Sorted. Source of what may be: Vienna
/// Convention on the Law of Treaties, articles 11 to 18 and 54.
[[nodiscard]] std::vector<std::string> doubtful_acts(const GraphRecords& records);

}  // namespace treatygraph::ingest
