#pragma once
// Recognizes texts in which the words of each line are in reverse order, as some extractors of PDF pages write them.

#include <string_view>

namespace treatygraph::ingest {

/// Whether many headings are written "Objective 1.1 Article", and hardly any "Article 1.1 Objective".
[[nodiscard]] bool has_reversed_words(std::string_view text);

}  // namespace treatygraph::ingest
