#pragma once
// Every citation of a treaty with what it means and the words that say it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

struct Reference {
  enum class Scope { Internal, External, Unresolved };
  std::size_t from = 0;  ///< position in the structure: the finest provision that holds the words
  Scope scope = Scope::Internal;
  std::vector<std::size_t> targets;          ///< positions in the structure, of internal ones
  std::vector<std::size_t> open_ended = {};  ///< of these, those that "et seq." alone reaches, up to the division's end
  bool has_no_end = false;                   ///< "et seq." was said: where the cited provisions end was not
  std::vector<Eid> elsewhere = {};  ///< of internal ones: provisions that the treaty has and the document does not hold
  std::string unreached;            ///< of internal ones: "paragraph 9", which is cited and not there; else empty
  std::string_view mode;            ///< one of kModes
  bool cited_applies = false;       ///< of applies_to: what is cited applies, not what cites
  bool describes = false;           ///< of in_accordance_with: it only says which thing is meant
  std::string instrument;           ///< of external ones: as written, or as known from the sentence
  std::string full_name;            ///< of that instrument, where the treaty defines a short one; else empty
  bool is_implied = false;          ///< the instrument was not named here
  bool amends = false;              ///< the sentence changes what it cites: "Article 2 of the Convention is deleted"
  std::string provision;            ///< of external ones: as written; empty for the instrument as a whole
  std::vector<Eid> cited;           ///< of all but internal ones: the provisions, as far as their own numbers say
  ProvisionKind missing = ProvisionKind::Article;  ///< of unresolved ones: what the document has not
  std::vector<Eid> absent_parts;  ///< of unresolved ones: the annexes that were published apart from the document
  std::string quote;              ///< the words, white space folded
  std::size_t start = 0;          ///< bytes of Document::text
  std::size_t end = 0;

  /// Of external ones: what says most of which instrument it is.
  [[nodiscard]] const std::string& name_of_instrument() const { return full_name.empty() ? instrument : full_name; }
};

/// In the order of the text. Nothing is guessed: what names a provision that the treaty does not have, and no other
/// instrument, is Unresolved.
[[nodiscard]] std::vector<Reference> find_references(const Document& document);

}  // namespace treatygraph::ingest
