#pragma once
// Terms that a treaty defines, and where it uses them.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/classification/fact.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

struct DefinedTerm {
  static constexpr std::size_t kWholeTreaty = static_cast<std::size_t>(-1);
  std::string name;                  ///< as printed, without its quotation marks
  std::size_t provision = 0;         ///< that defines it
  std::size_t scope = kWholeTreaty;  ///< the provision that it is defined for: "for the purposes of this Chapter"
  WordsRange quote;                  ///< from the term to the verb that defines it
  std::string_view rule;
  std::string_view confidence;
};

struct TermUse {
  std::size_t provision;
  std::size_t term;  ///< position in the list of terms
  WordsRange quote;
};

/// In the order of the text.
[[nodiscard]] std::vector<DefinedTerm> find_definitions(const Document& document, const OwnWords& own);

/// The first use of each term in each provision outside its definition, in the order of the text. The longest term wins
/// where several begin ("public official" in "foreign public official"), the narrowest scope where several are defined.
[[nodiscard]] std::vector<TermUse> find_uses(const Document& document, const OwnWords& own,
                                             const std::vector<DefinedTerm>& terms);

}  // namespace treatygraph::ingest
