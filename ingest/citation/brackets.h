#pragma once
// Brackets in citations: "Articles 1, 2 (except paragraph 2) and 3 of the Act".

#include <cstddef>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Whether a round or square bracket opens that is not part of a mark such as "(a)".
[[nodiscard]] bool opens_bracket(const Token& token);

/// One past the bracket that closes the one at `open`; `open` if none opens there or it is not closed soon.
[[nodiscard]] std::size_t after_bracket(const std::vector<Token>& tokens, std::size_t open);

/// Whether the tokens [first, last) may contain a citation: a head noun, a number or a mark.
[[nodiscard]] bool may_cite(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

/// If a list of numbers continues after brackets that contain citations, repeats its head noun before the next number,
/// so that the rest is a separate citation: "Articles 1, 2 (except paragraph 2) and [Articles] 3 of the Act". The
/// repeated token has no width.
void repeat_heads_after_brackets(std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
