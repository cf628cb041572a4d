#pragma once
// Provisions as a citation lists them, from its head noun on: "articles 31, paragraph 1, and 54, paragraph 1 (a)".
//
//   unit  = head [ chapter "/" ] item { link item } [ open end ]
//   item  = number { mark } [ "(" title ")" ] [ "," ordinal "subparagraph" ] [ [","] unit ]   the unit of a finer kind
//   link  = "," | "and" | "or" | "and/or" | "to" | "through" | "up to and including" | "-"

#include <optional>
#include <string>
#include <vector>

#include "ingest/citation/citation_heads.h"
#include "ingest/citation/cited_provision.h"
#include "ingest/citation/production.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// The unit at hand, or nothing: then the cursor stays where it is. Each provision begins with the head's kind. What
/// stands inside it is of a kind coarser than `coarser_than`: behind "paragraph 1 of" the article 9 of "Article 9,
/// paragraph 6" is read alone.
[[nodiscard]] CitedProvisions read_provisions(TokenCursor& cursor,
                                              std::optional<ProvisionKind> coarser_than = std::nullopt);

/// How annexes, attachments, protocols are told apart: the first letters of the word.
[[nodiscard]] std::string word_of(const CitationHead& head);

/// Whether a number of that kind stands at the cursor: "5", "IV", "3.12", "1-B", "Three".
[[nodiscard]] bool is_at_number(const TokenCursor& cursor, const CitationHead& head);

/// How lists go on, and what stands within their items.
[[nodiscard]] std::vector<Production> list_productions();

}  // namespace treatygraph::ingest
