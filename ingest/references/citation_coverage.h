#pragma once
// Which share of the words that look like citations was read, for languages whose tables are younger than English.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/citation/lexicon.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

struct CitationCoverage {
  std::size_t found = 0;  ///< words such as "article" or "paragraphe" before a number, outside of headings
  std::size_t read = 0;   ///< of these, those in a reference

  /// Below nine in ten, a text's references are left out: half of them would pass for all.
  [[nodiscard]] bool is_enough() const { return 10 * read >= 9 * found; }
};

[[nodiscard]] CitationCoverage citation_coverage(const Document& document, const Words& words,
                                                 const std::vector<Reference>& references);

/// What of a document in another language than English was read, in a sentence: its language, provisions, citations,
/// and what is only read in English. Empty for English.
[[nodiscard]] std::string reading_of_language(const Document& document);

}  // namespace treatygraph::ingest
