#include "ingest/references/citation_coverage.h"
#include "ingest/references/read_references.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

/// For languages other than English, an incomplete list is worse than none: see CitationCoverage::is_enough().
std::vector<Reference> find_references(const Document& document) {
  const auto* words = words_of_language(document.language);
  if (words == nullptr) return {};
  auto references = read_all_references(document, *words);
  const bool are_enough = document.language == "en" || citation_coverage(document, *words, references).is_enough();
  return are_enough ? std::move(references) : std::vector<Reference>();
}

}  // namespace treatygraph::ingest
