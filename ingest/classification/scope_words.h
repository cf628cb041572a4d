#pragma once
// Finds what a sentence names as its subject: the whole treaty, a division, or provisions.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/references/references.h"
#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// A scope that words name.
struct NamedScope {
  enum class By { Treaty, Division, Provisions, Article };
  By by = By::Article;
  std::vector<std::size_t> wholes;  ///< positions in the structure; empty for the whole treaty
  WordsRange quote;                 ///< the words that name the scope
};

/// Finds the scope that the words of a sentence name. The subject comes first ("this article shall not be interpreted
/// ...", "disclosure under paragraph 1 may only be withheld"), then the predicate. In the predicate, only nouns that a
/// safeguard can limit lead to a provision ("assistance pursuant to this article", "offences established in accordance
/// with articles 2 to 11"). Words that only say which treaty something belongs to ("offences established in accordance
/// with this Convention") do not name a scope. Exceptions and reservations do not either ("other than", "without
/// prejudice to").
class ScopeWords {
 public:
  /// `references` are those of the document, in the order of its text. All arguments must outlive it.
  ScopeWords(std::string_view text, const Structure& structure, const std::vector<Reference>& references)
      : text_(text), structure_(&structure), references_(&references) {}

  /// The scope of a sentence; none if it names none.
  [[nodiscard]] std::optional<NamedScope> of(WordsRange sentence) const;

  /// The words before the first modal verb or, without one, the first of some common verbs. Empty if there is no verb.
  [[nodiscard]] WordsRange subject_of(WordsRange sentence) const;

 private:
  [[nodiscard]] std::optional<NamedScope> treaty_in(WordsRange sentence, WordsRange subject) const;
  [[nodiscard]] std::optional<NamedScope> provisions_in(WordsRange region, bool is_subject) const;
  [[nodiscard]] std::optional<std::size_t> leads_to(const Reference& reference, WordsRange region,
                                                    bool is_subject) const;
  [[nodiscard]] bool says_less(WordsRange words, WordsRange sentence) const;
  [[nodiscard]] bool is_respected(const char* rights) const;
  [[nodiscard]] bool is_alike(std::size_t one, std::size_t other) const;
  [[nodiscard]] bool holds_reference(WordsRange words) const;

  std::string_view text_;
  const Structure* structure_;
  const std::vector<Reference>* references_;
};

}  // namespace treatygraph::ingest
