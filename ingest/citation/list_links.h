#pragma once
// Reads the words between the items of a list ("," "and" "to"), titles and remarks in brackets, and "et seq." after the
// last item.

#include <string>
#include <vector>

#include "ingest/citation/cited_provision.h"
#include "ingest/citation/production.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// What joins two items of a list. "or" and "&" count as And; To makes a range.
enum class Link { None, Comma, And, To };
/// Moves past the link at the cursor. Link::None leaves the cursor unchanged.
[[nodiscard]] Link read_link(TokenCursor& cursor);

/// "et seq.", "onwards", "and the following articles" after provisions of that kind; false if there is no such end.
bool accept_open_end(TokenCursor& cursor, const CitationHead& head);

/// "Articles 3 f.": articles 3 and 4. Gives the provision the end of a range.
void accept_one_more(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision);

/// Steps over the title of the provision just read, in brackets: "Article 26 (Fulfilment of obligations)".
void accept_title(TokenCursor& cursor);
/// "Article 20 (Shortage) of this Agreement": only before "of".
void accept_title_before_of(TokenCursor& cursor);
/// "paragraphs 1 (first two sentences), 2 and 4": brackets without citations.
void accept_remark(TokenCursor& cursor);
/// "Article 8, second paragraph": the number of the paragraph, "2"; empty if the words are no such paragraph.
[[nodiscard]] std::string accept_placed_paragraph(TokenCursor& cursor);
/// "Article 1(1), first subparagraph, point (b)": parts identified by position have no number and are not provisions;
/// their points belong to the paragraph.
void accept_placed_part(TokenCursor& cursor);

/// The kinds of open end, in the order in which they are tried.
[[nodiscard]] std::vector<Production> open_end_productions();

}  // namespace treatygraph::ingest
