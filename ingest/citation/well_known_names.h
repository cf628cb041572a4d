#pragma once
// Well-known names of instruments, matched exactly.

#include <cstddef>
#include <vector>

#include "ingest/citation/citation_tokens.h"
#include "ingest/citation/instruments.h"

namespace treatygraph::ingest {

[[nodiscard]] std::size_t count_capitals(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

/// Adjusts a mention to the well-known name at its beginning: longer if the grammar stopped too early, shorter if it
/// continued into another instrument's name ("the Covenant on A and Covenant on B").
void fit_well_known(const std::vector<Token>& tokens, InstrumentMention& mention);

}  // namespace treatygraph::ingest
