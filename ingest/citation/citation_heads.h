#pragma once
// The head nouns of citations ("article", "paragraph", "annex"), and the order of the kinds of provision: which kind
// can contain which.

#include <string>

#include "graph/eid.h"
#include "ingest/citation/citation_tokens.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {

/// The head noun that the token is; null if it is none, or if there is no token.
[[nodiscard]] inline const CitationHead* citation_head(const Token* token) {
  return token == nullptr || token->known == nullptr ? nullptr : token->known->head;
}

/// Whether the kind comes before units in the order of ProvisionKind: annexes, parts, chapters, sections. The preamble
/// and its recitals count, too.
[[nodiscard]] inline bool is_division(ProvisionKind kind) {
  return kind < ProvisionKind::Rule;
}

/// Paragraphs and points: parts of an article, whose numbers mean something only within it.
[[nodiscard]] inline bool is_inside_unit(ProvisionKind kind) {
  return kind > ProvisionKind::Article;
}

/// Rank of a kind, coarsest first. All components have the same rank, because an annex can contain an appendix and a
/// protocol an annex. Articles, rules and standards have the same rank, too.
[[nodiscard]] inline int level_of(ProvisionKind kind) {
  if (is_component(kind)) return static_cast<int>(ProvisionKind::Annex);
  return static_cast<int>(is_unit(kind) ? ProvisionKind::Article : kind);
}

/// The first letters of a component's word, in lower case and without accents; empty for other kinds. They distinguish
/// annexes, attachments and protocols, which may have the same numbers in one document.
[[nodiscard]] inline std::string word_of(const CitationHead& head) {
  // Five letters are equal in the singular and the plural: "appen" of "appendix" and "appendices".
  constexpr std::size_t kTelling = 5;
  return is_component(head.kind) ? plain_letters(head.word).substr(0, kTelling) : std::string();
}

/// Whether a number before this word is a quantity: the 30 of "articles 5 and 30 days" is not an article.
[[nodiscard]] inline bool is_counted(const Token& token) {
  return token.known != nullptr && token.known->is_counted;
}

}  // namespace treatygraph::ingest
