#pragma once
// Tables of a page: those that hold data, and those that only set words beside each other.

#include <gumbo.h>

namespace treatygraph::ingest {

/// False where the table only places blocks: "(a)" beside its words, a menu beside the page, a column of paragraphs.
[[nodiscard]] bool holds_data(const GumboNode& table);

}  // namespace treatygraph::ingest
