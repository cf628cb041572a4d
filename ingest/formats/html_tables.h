#pragma once
// Distinguishes tables of data from tables used for layout.

#include <gumbo.h>

namespace treatygraph::ingest {

/// Whether a <table> contains data. False if it only arranges blocks: "(a)" beside its words, a menu beside the page, a
/// column of paragraphs.
[[nodiscard]] bool holds_data(const GumboNode& table);

}  // namespace treatygraph::ingest
