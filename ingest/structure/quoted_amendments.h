#pragma once
// What an amending treaty quotes: "Article 5 shall be replaced by the following: “Article 5 ...”". The headings and
// numbers in it are the amended instrument's.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// From the first quotation mark to the last, in order; none where the marks are not closed.
[[nodiscard]] std::vector<LineRange> quoted_amendments(std::string_view text);

/// Whether a byte of the text stands in one of these.
[[nodiscard]] bool is_quoted(const std::vector<LineRange>& quoted, std::size_t at);

}  // namespace treatygraph::ingest
