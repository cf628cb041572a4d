#pragma once
// Lists with brackets inside: "Articles 1, 2 (except paragraph 2) and 3 of the Act".

#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Where a list of numbers goes on behind brackets that are no title, repeats its head noun before the next number, so
/// that what follows is a citation of its own: "Articles 1, 2 (except paragraph 2) and [Articles] 3 of the Act". The
/// repeated token has no width.
void repeat_heads_behind_brackets(std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
