#pragma once
// Reads citations in English texts about a treaty, such as reservations and statements. The numbers in the words are
// used as they are: the treaty need not be loaded. Provisions that it does not have are mapped when all sources are
// linked.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// A provision of the treaty that a text cites, with the words that cite it.
struct OwnCitation {
  Eid eid;
  std::string quote;      ///< the words, white space collapsed
  std::size_t start = 0;  ///< characters of the text
  std::size_t end = 0;
};

/// In text order, each provision once; ranges of numbers are expanded. "the Convention" means this treaty if `title`
/// says Convention. Provisions of other instruments are omitted, and so are relative citations such as "paragraph 2"
/// alone.
[[nodiscard]] std::vector<OwnCitation> own_citations(std::string_view text, std::string_view title);

}  // namespace treatygraph::ingest
