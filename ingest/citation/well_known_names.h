#pragma once
// Names in the table of well-known treaties, which are matched exactly.

#include <cstddef>
#include <vector>

#include "ingest/citation/citation_tokens.h"
#include "ingest/citation/instruments.h"

namespace treatygraph::ingest {

/// The number of capitalised words among the tokens [first, last).
[[nodiscard]] std::size_t count_capitals(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

/// Adjusts a mention to the well-known name at its beginning: makes it longer if the grammar stopped too early, shorter
/// if it continued into the name of another instrument ("the Covenant on A and Covenant on B"). Other mentions do not
/// change.
void fit_well_known(const std::vector<Token>& tokens, InstrumentMention& mention);

}  // namespace treatygraph::ingest
