#pragma once
// The items of a typed list, "points (a) and (b) of article 24", and what each of them leaves to its neighbours to say.

#include <vector>

#include "graph/eid.h"

namespace treatygraph::queries {

/// One provision of a list.
struct CitationItem {
  std::vector<EidStep> steps;  ///< in the order in which they were typed
  bool is_named = false;       ///< begins with the word of its kind: "and article 25"
};

/// The provisions, at most `most`. What follows the last item contains those before it too: "paragraphs 2 and 3 of
/// article 24". A part without its article is of the article of the item before: "article 24(1) and paragraph 3".
[[nodiscard]] std::vector<Eid> provisions_of(std::vector<CitationItem> items, std::size_t most);

}  // namespace treatygraph::queries
