#pragma once
// Citations that stand in one list, and what they share: the article that parts are of, and the instrument that is
// named once, at the end of the list or behind its brackets.

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

/// Gives each citation what the others of its list say for it. `places[i]` is where `citations[i]` stands.
void share_in_lists(const std::vector<Token>& tokens, const std::vector<TokenRange>& places,
                    std::vector<Citation>& citations);

[[nodiscard]] std::vector<Production> sharing_productions();

/// Puts each provision of the citation into each of `outer`: paragraph 2 into articles 5 and 6.
void put_into(Citation& citation, const CitedProvisions& outer);

}  // namespace treatygraph::ingest
