#pragma once
// Accounts for every character of a document, so that nothing is lost silently.

#include <string_view>
#include <vector>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// How many characters words have, white space left out.
[[nodiscard]] std::size_t characters_in(std::string_view words);
/// Their beginning, as many characters as a message shows.
[[nodiscard]] std::string first_words_of(std::string_view words);

/// Sets a document's leftovers, largest first, and how many of its characters were read: those in provisions and in the
/// block of its title. `raw` is the file's own text, `left_out` what cleaning took out of it, in characters of it.
void account_for_all(std::string_view raw, std::vector<Leftover> left_out, Document& document);

/// "92.1 % of its text was read; left over: 1,203 characters from line 88 (not understood) "LIST OF ...", ..." where
/// that is less than it should be; empty where a reader misses nothing.
[[nodiscard]] std::string what_was_not_read(const Document& document);

/// Whether it was read completely, including its references and facts.
[[nodiscard]] bool is_read_in_full(const Document& document);

/// "1203 characters from line 88 (not understood): "LIST OF ...""
[[nodiscard]] std::string in_words(const Leftover& leftover);

/// Of the characters without white space, between 0 and 1.
[[nodiscard]] double share_read(const Document& document);

}  // namespace treatygraph::ingest
