#pragma once
// Accounts for every character of a document, so that nothing is lost silently.

#include <string_view>
#include <vector>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// The number of characters, without white space.
[[nodiscard]] std::size_t characters_in(std::string_view words);
/// The first characters, as many as a message shows.
[[nodiscard]] std::string first_words_of(std::string_view words);

/// Sets a document's leftovers, largest first, and the number of characters read, that is in provisions and in the
/// title block. `raw` is the file's text; `left_out`, in characters of it, is what cleaning removed.
void account_for_all(std::string_view raw, std::vector<Leftover> left_out, Document& document);

/// "92.1 % of its text was read; left over: 1,203 characters from line 88 (not understood) "LIST OF ...", ..." if too
/// little was read; else empty.
[[nodiscard]] std::string what_was_not_read(const Document& document);

/// Whether all of it was read, including references and facts.
[[nodiscard]] bool is_read_in_full(const Document& document);

/// "1203 characters from line 88 (not understood): "LIST OF ...""
[[nodiscard]] std::string in_words(const Leftover& leftover);

/// The share of characters, without white space, between 0 and 1.
[[nodiscard]] double share_read(const Document& document);

}  // namespace treatygraph::ingest
