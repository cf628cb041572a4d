#pragma once
// Measures how many of the words that look like citations were read. It is used for languages other than English, whose
// tables are less complete.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/citation/lexicon.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

/// Counts over one document.
struct CitationCoverage {
  std::size_t found = 0;  ///< words such as "article" or "paragraphe" before a number, outside of headings
  std::size_t read = 0;   ///< of these, those in a reference

  /// Below nine in ten, the references of a text are left out, because readers would take an incomplete list for a
  /// complete one. True for a text without citations.
  [[nodiscard]] bool is_enough() const { return 10 * read >= 9 * found; }
};

/// Compares the words of the document with the references that were read from it.
[[nodiscard]] CitationCoverage citation_coverage(const Document& document, const Words& words,
                                                 const std::vector<Reference>& references);

/// A sentence on how much of a document in a language other than English was read: its language, the share of its
/// citations, and what is only read in English. Empty for English. Reads all references of the document, so it costs as
/// much as find_references().
[[nodiscard]] std::string reading_of_language(const Document& document);

}  // namespace treatygraph::ingest
