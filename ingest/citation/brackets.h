#pragma once
// Brackets in citations: "Articles 1, 2 (except paragraph 2) and 3 of the Act".

#include <cstddef>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Whether a bracket opens, round or square, that is part of no mark.
[[nodiscard]] bool opens_bracket(const Token& token);

/// One past the bracket that closes what opens at `open`; `open` where none opens there or it does not close soon.
[[nodiscard]] std::size_t behind_bracket(const std::vector<Token>& tokens, std::size_t open);

/// Whether the tokens [first, last) may cite anything: a head noun, a number or a mark is among them.
[[nodiscard]] bool may_cite(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

/// Where a list of numbers goes on behind brackets that cite, repeats its head noun before the next number, so that
/// what follows is a citation of its own: "Articles 1, 2 (except paragraph 2) and [Articles] 3 of the Act". The
/// repeated token has no width.
void repeat_heads_behind_brackets(std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
