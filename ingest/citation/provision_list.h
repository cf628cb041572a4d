#pragma once
// Provisions as a citation lists them, from its head noun on: "articles 31, paragraph 1, and 54, paragraph 1 (a)".
//
//   unit  = head [ chapter "/" ] item { link item } [ "et seq." | "and following" ]
//   item  = number { mark } [ "(" title ")" ] [ "," ordinal "subparagraph" ] [ [","] unit ]   the unit of a finer kind
//   link  = "," | "and" | "or" | "and/or" | "to" | "through" | "up to and including" | "-"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/eid.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// One provision, or a range of them, as it was named.
struct CitedProvision {
  std::vector<EidStep> steps;  ///< outermost first: article 7, paragraph 1; point a alone
  std::string range_end;       ///< of the last step: "11" in "articles 2 to 11"; empty where there is none
  std::string title;           ///< "Dumping" of "article 17 (Dumping)"
  std::string whole_title = {};  ///< that of the first step, where `title` is that of a later one: "... of Part II (Trade)"
  std::string word;            ///< of an annex, how it begins: "annex", "attac", "proto"; else empty
  bool in_brackets = false;    ///< the first step was written "(a)", not "a"
  bool is_open = false;        ///< "article 3 et seq.": with those behind it
};
using CitedProvisions = std::vector<CitedProvision>;

/// One that nothing is known of but its steps, and of a component how its word begins.
[[nodiscard]] inline CitedProvision provision_of(std::vector<EidStep> steps, std::string word = {}) {
  CitedProvision provision;
  provision.steps = std::move(steps);
  provision.word = std::move(word);
  return provision;
}

/// The unit at hand, or nothing: then the cursor stays where it is. Each provision begins with the head's kind. What
/// stands inside it is of a kind coarser than `coarser_than`: behind "paragraph 1 of" the article 9 of "Article 9,
/// paragraph 6" is read alone.
[[nodiscard]] CitedProvisions read_provisions(TokenCursor& cursor,
                                              std::optional<ProvisionKind> coarser_than = std::nullopt);

/// How annexes, attachments, protocols are told apart: the first letters of the word.
[[nodiscard]] std::string word_of(const CitationHead& head);

/// Whether a number of that kind stands at the cursor: "5", "IV", "3.12", "1-B", "Three".
[[nodiscard]] bool is_at_number(const TokenCursor& cursor, const CitationHead& head);

}  // namespace treatygraph::ingest
