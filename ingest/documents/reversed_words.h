#pragma once
// Texts in which each line has its words from last to first, as some extractors of pages write them.

#include <string_view>

namespace treatygraph::ingest {

/// Whether headings are written "Objective 1.1 Article" throughout, and none "Article 1.1 Objective".
[[nodiscard]] bool has_reversed_words(std::string_view text);

}  // namespace treatygraph::ingest
