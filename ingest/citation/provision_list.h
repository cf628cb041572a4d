#pragma once
// Reads a list of provisions from its head noun on: "articles 31, paragraph 1, and 54, paragraph 1 (a)".
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

/// The unit at the cursor, or nothing, with the cursor unchanged. Each provision begins with a step of the head's kind.
/// With `coarser_than`, parts of that kind or a finer one are left unread: after "paragraph 1 of", only the article of
/// "Article 9, paragraph 6" is read.
[[nodiscard]] CitedProvisions read_provisions(TokenCursor& cursor,
                                              std::optional<ProvisionKind> coarser_than = std::nullopt);

/// Whether a number of that kind is at the cursor: "5", "IV", "3.12", "1-B", "Three".
[[nodiscard]] bool is_at_number(const TokenCursor& cursor, const CitationHead& head);

/// How lists continue, in the order in which it is tried.
[[nodiscard]] std::vector<Production> list_productions();

}  // namespace treatygraph::ingest
