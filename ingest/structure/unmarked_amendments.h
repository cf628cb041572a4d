#pragma once
// Finds what an amendment inserts into another instrument without quotation marks: "Article 2 shall be replaced by the
// following text:" above the text itself. English only.

#include <string_view>
#include <vector>

#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The ranges in order. Each ends before the next instruction, before the next unit of the amending instrument, or
/// where the signatures are announced.
[[nodiscard]] std::vector<LineRange> unmarked_amendments(std::string_view text);

}  // namespace treatygraph::ingest
