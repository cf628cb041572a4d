#pragma once
// How the kinds of provisions that citations name stand to each other.

#include "graph/eid.h"
#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// The head noun that the token is; nothing where it is no such word.
[[nodiscard]] inline const CitationHead* citation_head(const Token* token) {
  return token == nullptr || token->known == nullptr ? nullptr : token->known->head;
}

/// Whether it stands above articles and the like: annexes, parts, chapters, sections.
[[nodiscard]] inline bool is_division(ProvisionKind kind) {
  return kind < ProvisionKind::Rule;
}

/// Paragraphs and points.
[[nodiscard]] inline bool is_inside_unit(ProvisionKind kind) {
  return kind > ProvisionKind::Article;
}

/// How coarse a kind is, the coarsest first: all components are alike, and so are articles, rules, standards.
[[nodiscard]] inline int level_of(ProvisionKind kind) {
  if (is_component(kind)) return static_cast<int>(ProvisionKind::Annex);
  return static_cast<int>(is_unit(kind) ? ProvisionKind::Article : kind);
}

/// Whether a number before this word counts something: "articles 5 and 30 days".
[[nodiscard]] inline bool is_counted(const Token& token) {
  return token.known != nullptr && token.known->is_counted;
}

}  // namespace treatygraph::ingest
