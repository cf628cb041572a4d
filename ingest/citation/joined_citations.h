#pragma once
// Completes citations in a list with what the list says once: the article of parts, and the instrument, at the end of
// the list or after brackets.

#include <cstddef>
#include <vector>

#include "ingest/citation/citation.h"
#include "ingest/citation/citation_tokens.h"
#include "ingest/citation/production.h"

namespace treatygraph::ingest {

/// The tokens [first, last) that a citation was read from.
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Completes each citation from the others in its list. `places[i]` is the position of `citations[i]`.
void share_in_lists(const std::vector<Token>& tokens, const std::vector<TokenRange>& places,
                    std::vector<Citation>& citations);

[[nodiscard]] std::vector<Production> sharing_productions();

/// Puts each provision of the citation into each of `outer`: paragraph 2 into articles 5 and 6.
void put_into(Citation& citation, const CitedProvisions& outer);

}  // namespace treatygraph::ingest
