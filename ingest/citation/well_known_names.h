#pragma once
// Well-known names of instruments among tokens, read to their last letter.

#include <cstddef>
#include <vector>

#include "ingest/citation/citation_tokens.h"
#include "ingest/citation/instruments.h"

namespace treatygraph::ingest {

[[nodiscard]] std::size_t count_capitals(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

/// Makes the mention as long as the well-known name that begins it: longer where the grammar broke that off, shorter
/// where it ran on into another instrument's ("the Covenant on A and Covenant on B").
void fit_well_known(const std::vector<Token>& tokens, InstrumentMention& mention);

}  // namespace treatygraph::ingest
