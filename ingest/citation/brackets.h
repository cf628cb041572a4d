#pragma once
// Brackets in citations: "Articles 1, 2 (except paragraph 2) and 3 of the Act". They interrupt a list, may contain
// citations of their own, and the list may continue after them.

#include <cstddef>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Whether the token is a round or square bracket that opens and is not part of a mark such as "(a)".
[[nodiscard]] bool opens_bracket(const Token& token);

/// One past the bracket that closes the one at `open`, nested ones included; `open` if none opens there or if it is not
/// closed within a few dozen tokens.
[[nodiscard]] std::size_t after_bracket(const std::vector<Token>& tokens, std::size_t open);

/// Whether the tokens [first, last) may contain a citation: a head noun, a number or a mark.
[[nodiscard]] bool may_cite(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

/// Removes brackets that only close numbers: "paragraph 2) of Article 1", as in older treaties. A bracket that was
/// opened stays.
void drop_brackets_of_numbers(std::vector<Token>& tokens);

/// If a list of numbers continues after brackets that contain citations, repeats its head noun before the next number,
/// so that the rest is a separate citation: "Articles 1, 2 (except paragraph 2) and [Articles] 3 of the Act". The
/// repeated token has no width.
void repeat_heads_after_brackets(std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
