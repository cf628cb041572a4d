#pragma once
// One provision behind a head noun: its number with what belongs to it, "3 (b) (ii)", "XX:1", "IV (A)", "9 (Trade)".

#include <cstddef>
#include <vector>

#include "ingest/citation/cited_provision.h"
#include "ingest/citation/production.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// The item at hand. False, with the cursor where it may be, where none stands there.
[[nodiscard]] bool read_item(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision);

/// A mark in brackets at hand, as a paragraph or a point of `provision`, or as its first step for a head of that kind.
void take_mark(TokenCursor& cursor, ProvisionKind kind, CitedProvision& provision);
/// All marks at hand, in brackets and without.
void read_marks(TokenCursor& cursor, CitedProvision& provision);
/// "paragraph 1 a.ii of this article": a letter without brackets, where what follows shows that it is a mark.
bool read_bare_mark(TokenCursor& cursor, CitedProvision& provision);
/// Whether a letter without brackets may stand before the token.
[[nodiscard]] bool may_follow_letter(const Token* token);

/// "regulation II-2/1": whether the chapter's number stands at hand, before the regulation's own.
[[nodiscard]] bool is_in_chapter(const TokenCursor& cursor);
/// "rule 20.1", "regulation 14 of Annex I": small letters will do where a number follows.
[[nodiscard]] bool is_small_unit(const CitationHead& head);

/// Where a title in brackets ends that begins at hand: at hand if there is none.
[[nodiscard]] std::size_t title_end(const TokenCursor& cursor);

/// What may follow the number of an item, in the order in which it may.
[[nodiscard]] std::vector<Production> item_productions();

}  // namespace treatygraph::ingest
