#pragma once
// The words that citations are made of beside numbers: "article", "Annexes", "the present".

#include <string_view>

#include "graph/eid.h"
#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// A word that names a kind of provision, in front of numbers.
struct CitationHead {
  std::string_view word;
  ProvisionKind kind;
  bool is_plural = false;
  bool is_common = false;  ///< a word of everyday language too: "part", "title", "item"
};

/// Nothing where the token is no such word.
[[nodiscard]] const CitationHead* citation_head(const Token* token);

/// Whether it stands above articles and the like: annexes, parts, chapters, sections.
[[nodiscard]] bool is_division(ProvisionKind kind);

/// How coarse a kind is, the coarsest first: all components are alike, and so are articles, rules, standards.
[[nodiscard]] int level_of(ProvisionKind kind);

/// Whether a number before this word counts something: "articles 5 and 30 days".
[[nodiscard]] bool is_counted(const Token& token);

}  // namespace treatygraph::ingest
