#pragma once
// Finds defined terms and their uses.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/classification/fact.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// The definition of a term.
struct Definition {
  std::size_t provision = 0;
  WordsRange quote;  ///< from the term to the defining verb, or the brackets with the name
  std::string_view rule;
  std::string_view confidence;
  bool fills_provision = true;  ///< whether it is all of its provision; false for a name in brackets
};

/// A name with its scope, and its first definition. If a further definition has the same scope, it adds a meaning ("for
/// the purpose of chapter II, "public official" may also mean ..."): that is one term with two definitions.
struct DefinedTerm : Definition {
  static constexpr std::size_t kWholeTreaty = static_cast<std::size_t>(-1);
  std::string name;                  ///< as printed, without its quotation marks
  std::size_t scope = kWholeTreaty;  ///< scope of the definition: "for the purposes of this Chapter"
  std::vector<Definition> further;   ///< after the first, in text order
};

/// How a use matches the term.
enum class UseForm {
  Name,        ///< its name in singular or plural: "service providers"
  Verb,        ///< the same act as a verb: "frozen" for "freezing"
  SharedNoun,  ///< a part of its name shared with others: "traffic or content data"
};

/// A use of a term in a provision.
struct TermUse {
  std::size_t provision = 0;
  std::size_t term = 0;  ///< position in the list of terms
  WordsRange quote;
  UseForm form = UseForm::Name;
};

/// The name of the rule that found a use.
[[nodiscard]] std::string_view rule_of(const TermUse& use);
/// As certain as the definition for a whole name, otherwise at most medium.
[[nodiscard]] std::string_view confidence_of(const TermUse& use, const DefinedTerm& term);

/// All terms that the provisions define, in text order. Preambles and recitals are not searched.
[[nodiscard]] std::vector<DefinedTerm> find_definitions(const Document& document, const OwnWords& own);

/// The first use of each term in each provision outside its definitions, in text order. If terms overlap, the longest
/// wins ("foreign public official" over "public official"); if a name has several definitions, the one with the
/// narrowest scope. Headings, preambles and recitals are not searched.
[[nodiscard]] std::vector<TermUse> find_uses(const Document& document, const OwnWords& own,
                                             const std::vector<DefinedTerm>& terms);

}  // namespace treatygraph::ingest
