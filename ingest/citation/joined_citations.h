#pragma once
// Completes the citations of a list with words that the list says only once: the article of its parts, and the
// instrument at its end or after brackets.

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

/// Completes each citation from the others in its list: in "paragraph 1 and paragraph 2 of article 5" both are of
/// article
/// 5. `places[i]` is the position of `citations[i]`.
void share_in_lists(const std::vector<Token>& tokens, const std::vector<TokenRange>& places,
                    std::vector<Citation>& citations);

/// What lists share, in the order in which it is distributed.
[[nodiscard]] std::vector<Production> sharing_productions();

/// Puts each provision of the citation into each of `outer`, which must not be empty: paragraph 2 into articles 5 and
/// 6. Also marks the citation as anchored.
void put_into(Citation& citation, const CitedProvisions& outer);

}  // namespace treatygraph::ingest
