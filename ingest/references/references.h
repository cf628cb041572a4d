#pragma once
// Finds every citation in a treaty, its meaning, and the words that express it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// One citation with its meaning. Which members are filled depends on the scope: Internal references lead to `targets`,
/// External ones name another `instrument`, and Unresolved ones could not be attributed to either.
struct Reference {
  enum class Scope { Internal, External, Unresolved };
  std::size_t from = 0;  ///< index in the structure: the finest provision that contains the words
  Scope scope = Scope::Internal;
  std::vector<std::size_t> targets;  ///< indices in the structure; for internal references
  std::vector<std::size_t> open_ended =
      {};                           ///< of these, those reached only by "et seq.", up to the end of the division
  bool has_no_end = false;          ///< contains "et seq.": the end of the cited provisions is open
  std::vector<Eid> elsewhere = {};  ///< internal: provisions that the treaty has and the document does not contain
  std::string unreached;  ///< internal: the part of the citation that does not exist ("paragraph 9"); otherwise empty
  std::string_view mode;  ///< one of kModes
  bool cited_applies = false;  ///< for applies_to: the cited provision applies, not the citing one
  bool describes = false;      ///< for in_accordance_with: only identifies a thing
  std::string instrument;      ///< external: as written, or as known from the sentence
  std::string full_name;       ///< its full name, if the treaty defines a short one; otherwise empty
  bool is_implied = false;     ///< the instrument was not named here
  bool amends = false;         ///< the sentence changes what it cites: "Article 2 of the Convention is deleted"
  std::string provision;       ///< external: as written; empty for the instrument as a whole
  std::vector<Eid> cited;      ///< not internal: the provisions, as far as their own numbers say
  ProvisionKind missing = ProvisionKind::Article;  ///< unresolved: the kind that the document does not have
  std::vector<Eid> absent_parts;  ///< unresolved: annexes that were published separately from the document
  std::string quote;              ///< the words, white space folded
  std::size_t start = 0;          ///< bytes of Document::text
  std::size_t end = 0;

  /// External: the most specific name of the instrument.
  [[nodiscard]] const std::string& name_of_instrument() const { return full_name.empty() ? instrument : full_name; }
};

/// The references of a document in text order. Nothing is guessed: a citation of a provision that the treaty does not
/// have is Unresolved if no other instrument is meant. Empty if the document's language is not read, or if too few of
/// its citations were recognised (see citation_coverage.h).
[[nodiscard]] std::vector<Reference> find_references(const Document& document);

}  // namespace treatygraph::ingest
