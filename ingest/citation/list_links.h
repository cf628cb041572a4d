#pragma once
// What stands between the items of a list: "," "and" "to", titles and remarks in brackets, "et seq." behind the last.

#include <vector>

#include "ingest/citation/cited_provision.h"
#include "ingest/citation/production.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

enum class Link { None, Comma, And, To };
[[nodiscard]] Link read_link(TokenCursor& cursor);

/// "et seq.", "onwards", "and the following articles" behind provisions of that kind.
bool accept_open_end(TokenCursor& cursor, const CitationHead& head);

/// "Articles 3 f.": articles 3 and 4.
void accept_one_more(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision);

/// "Article 26 (Fulfilment of obligations)".
void accept_title(TokenCursor& cursor);
/// "Article 20 (Shortage) of this Agreement": only before "of".
void accept_title_before_of(TokenCursor& cursor);
/// "paragraphs 1 (first two sentences), 2 and 4": brackets that cite nothing.
void accept_remark(TokenCursor& cursor);
/// "Article 1(1), first subparagraph, point (b)": parts that are told by their place have no number, and so are no
/// provisions: their points are the paragraph's.
void accept_placed_part(TokenCursor& cursor);

[[nodiscard]] std::vector<Production> open_end_productions();

}  // namespace treatygraph::ingest
