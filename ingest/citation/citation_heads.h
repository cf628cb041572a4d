#pragma once
// Relations between the kinds of provisions in citations.

#include <string>

#include "graph/eid.h"
#include "ingest/citation/citation_tokens.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {

/// The head noun that the token is, if it is one.
[[nodiscard]] inline const CitationHead* citation_head(const Token* token) {
  return token == nullptr || token->known == nullptr ? nullptr : token->known->head;
}

/// Whether it is above articles: annexes, parts, chapters, sections.
[[nodiscard]] inline bool is_division(ProvisionKind kind) {
  return kind < ProvisionKind::Rule;
}

/// Paragraphs and points.
[[nodiscard]] inline bool is_inside_unit(ProvisionKind kind) {
  return kind > ProvisionKind::Article;
}

/// Rank of a kind, coarsest first. All components have the same rank, as have articles, rules and standards.
[[nodiscard]] inline int level_of(ProvisionKind kind) {
  if (is_component(kind)) return static_cast<int>(ProvisionKind::Annex);
  return static_cast<int>(is_unit(kind) ? ProvisionKind::Article : kind);
}

/// The first letters of a component's word, which distinguish annexes, attachments and protocols; otherwise empty.
[[nodiscard]] inline std::string word_of(const CitationHead& head) {
  constexpr std::size_t kTelling = 5;
  return is_component(head.kind) ? plain_letters(head.word).substr(0, kTelling) : std::string();
}

/// Whether a number before this word is a quantity: "articles 5 and 30 days".
[[nodiscard]] inline bool is_counted(const Token& token) {
  return token.known != nullptr && token.known->is_counted;
}

}  // namespace treatygraph::ingest
