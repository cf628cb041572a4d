#pragma once
// Reads one provision after a head noun: its number and what belongs to it, "3 (b) (ii)", "XX:1", "IV (A)", "9
// (Trade)".

#include <cstddef>
#include <vector>

#include "ingest/citation/cited_provision.h"
#include "ingest/citation/production.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// Reads the item at the cursor. Returns false if it finds no item; the cursor may have moved.
[[nodiscard]] bool read_item(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision);

/// A mark in brackets at the cursor, as a paragraph or point of `provision`, or as its first step for a head of that
/// kind.
void take_mark(TokenCursor& cursor, ProvisionKind kind, CitedProvision& provision);
/// All marks at the cursor, with and without brackets.
void read_marks(TokenCursor& cursor, CitedProvision& provision);
/// "paragraph 1 a.ii of this article": a letter without brackets, if what follows shows that it is a mark.
bool read_bare_mark(TokenCursor& cursor, CitedProvision& provision);
/// Whether a letter without brackets may precede the token.
[[nodiscard]] bool may_follow_letter(const Token* token);

/// "regulation II-2/1": whether the chapter's number is at the cursor, before the regulation's.
[[nodiscard]] bool is_in_chapter(const TokenCursor& cursor);
/// "rule 20.1", "regulation 14 of Annex I": lower case is accepted before a number.
[[nodiscard]] bool is_small_unit(const CitationHead& head);

/// The end of a title in brackets at the cursor; the cursor if there is none.
[[nodiscard]] std::size_t title_end(const TokenCursor& cursor);

/// What may follow the number of an item, in order.
[[nodiscard]] std::vector<Production> item_productions();

}  // namespace treatygraph::ingest
