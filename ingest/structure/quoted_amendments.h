#pragma once
// Quotations in amending treaties: "Article 5 shall be replaced by the following: “Article 5 ...”". Headings and
// numbers inside belong to the amended instrument.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/structure/structure_words.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The quoted ranges, from opening to closing mark, in order; none if the marks are not closed.
[[nodiscard]] std::vector<LineRange> quoted_amendments(std::string_view text,
                                                       const StructureWords& language = english_structure());

/// Whether a byte of the text is inside one of these.
[[nodiscard]] bool is_quoted(const std::vector<LineRange>& quoted, std::size_t at);

}  // namespace treatygraph::ingest
