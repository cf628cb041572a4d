#pragma once
// Lists with an exception in brackets: "Articles 1, 2 (except paragraph 2) and 3 of the Act".

#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Whether the word may introduce an exception: "other than", "except", "with the exception of".
[[nodiscard]] bool says_exception(const Token& token);

/// Where a list of numbers goes on behind an exception in brackets, repeats its head noun before the next number, so
/// that what follows is a citation of its own: "Articles 1, 2 (except paragraph 2) and [Articles] 3 of the Act". The
/// repeated token has no width.
void repeat_heads_behind_exceptions(std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
