#pragma once
// Reads one provision after a head noun: its number and whatever belongs to it, "3 (b) (ii)", "XX:1", "IV (A)", "9
// (Trade)".

#include <cstddef>
#include <vector>

#include "ingest/citation/cited_provision.h"
#include "ingest/citation/production.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// Reads the item at the cursor into `provision`. Returns false if it finds no item; the cursor may have moved. A title
/// in brackets is noted, but the cursor stays before it.
[[nodiscard]] bool read_item(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision);

/// Takes the mark in brackets at the cursor as a paragraph or point of `provision`, or as its first step for a head of
/// that kind. There must be a mark.
void take_mark(TokenCursor& cursor, ProvisionKind kind, CitedProvision& provision);
/// Takes all marks at the cursor, with and without brackets.
void read_marks(TokenCursor& cursor, CitedProvision& provision);
/// "paragraph 1 a.ii of this article": a letter without brackets, if the word after it shows that it is a mark.
bool read_bare_mark(TokenCursor& cursor, CitedProvision& provision);
/// Whether the token may follow a letter without brackets: "of", a comma or the end of the text, but not a noun. In
/// "paragraph 1 a Party may" the "a" is an article.
[[nodiscard]] bool may_follow_letter(const Token* token);

/// Whether the number of a chapter is at the cursor, before that of a regulation: "regulation II-2/1".
[[nodiscard]] bool is_in_chapter(const TokenCursor& cursor);
/// Whether the head may be in lower case before a number: "rule 20.1", "regulation 14 of Annex I".
[[nodiscard]] bool is_small_unit(const CitationHead& head);

/// One past the title in brackets at the cursor; the cursor's position if there is none.
[[nodiscard]] std::size_t title_end(const TokenCursor& cursor);

/// What may follow the number of an item, in order.
[[nodiscard]] std::vector<Production> item_productions();

}  // namespace treatygraph::ingest
