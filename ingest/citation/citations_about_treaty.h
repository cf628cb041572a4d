#pragma once
// Reads citations in texts about a treaty, such as reservations and statements. The numbers in the words are used as
// they are: the treaty need not be loaded, and missing provisions are mapped when all sources are linked.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

struct OwnCitation {
  Eid eid;
  std::string quote;      ///< the words, white space collapsed
  std::size_t start = 0;  ///< characters of the text
  std::size_t end = 0;
};

/// In text order, each provision once, ranges of articles expanded. "the Convention" means this treaty if `title` says
/// Convention. Provisions of other instruments are omitted.
[[nodiscard]] std::vector<OwnCitation> own_citations(std::string_view text, std::string_view title);

}  // namespace treatygraph::ingest
