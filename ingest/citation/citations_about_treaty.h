#pragma once
// Words about a treaty that name provisions of it: a reservation's, a statement's. Their own numbers say which: the
// treaty need not be at hand, and what it does not have is led to what it has when all sources are linked.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

struct OwnCitation {
  Eid eid;
  std::string quote;      ///< the words, white space folded
  std::size_t start = 0;  ///< characters of the text
  std::size_t end = 0;
};

/// In the order of the text, each provision once, ranges of articles expanded. `title` is the treaty's: "the
/// Convention" is it where its title says Convention. Provisions of other instruments are left out.
[[nodiscard]] std::vector<OwnCitation> own_citations(std::string_view text, std::string_view title);

}  // namespace treatygraph::ingest
