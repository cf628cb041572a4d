#pragma once
// Accounts for every character of a document, so that nothing is lost silently: a character is in a provision, in the
// title block or in a leftover.

#include <string_view>
#include <vector>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// The number of characters, without white space.
[[nodiscard]] std::size_t characters_in(std::string_view words);
/// The first characters with white space folded, as many as a message shows; "..." follows if there are more.
[[nodiscard]] std::string first_words_of(std::string_view words);

/// Sets the leftovers of a document, largest first, and the number of its characters and of those that were read.
/// Characters are read if they are in a provision or in the title block before the first one. `raw` is the file's text.
/// `left_out`, with places in characters of `raw`, is what cleaning removed. Requires text, map and structure of the
/// document.
void account_for_all(std::string_view raw, std::vector<Leftover> left_out, Document& document);

/// What share of the text was read and what the largest leftovers are, if less than 98 % was read: "92.1 % of its text
/// was read; left over: 1203 characters from line 88 (not understood): "LIST OF ...", ...". Otherwise empty.
[[nodiscard]] std::string what_was_not_read(const Document& document);

/// Whether the document is in English, so that references and facts are read too, and what_was_not_read() is empty.
[[nodiscard]] bool is_read_in_full(const Document& document);

/// A leftover as a message shows it: "1203 characters from line 88 (not understood): "LIST OF ..."".
[[nodiscard]] std::string in_words(const Leftover& leftover);

/// The share of characters that were read, between 0 and 1; 1 for an empty document. White space does not count.
[[nodiscard]] double share_read(const Document& document);

}  // namespace treatygraph::ingest
