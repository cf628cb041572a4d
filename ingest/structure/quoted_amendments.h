#pragma once
// Finds what an amending treaty quotes: "Article 5 shall be replaced by the following: “Article 5 ...”". Headings and
// numbers inside belong to the amended instrument and must not open provisions of the amending one.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/structure/structure_words.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The quoted ranges in order, with their quotation marks, and the unmarked ones of unmarked_amendments(). They do not
/// overlap. Empty for languages whose amendments are not read. A quotation that is never closed is not found.
[[nodiscard]] std::vector<LineRange> quoted_amendments(std::string_view text,
                                                       const StructureWords& language = english_structure());

/// Whether the byte at `at` is inside one of these ranges, which are in order.
[[nodiscard]] bool is_quoted(const std::vector<LineRange>& quoted, std::size_t at);

}  // namespace treatygraph::ingest
