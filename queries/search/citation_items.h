#pragma once
// The items of a typed list, "points (a) and (b) of article 24". Each item leaves out steps that its neighbours state;
// this completes them.

#include <vector>

#include "graph/eid.h"

namespace treatygraph::queries {

/// One provision of a list.
struct CitationItem {
  std::vector<EidStep> steps;  ///< in the order in which they were typed
  bool is_named = false;       ///< begins with the word of its kind: "and article 25"
};

/// The provisions that the items name, at most `most`. What follows the last item also contains the items before it:
/// "paragraphs 2 and 3 of article 24". A part without an article belongs to the article of the item before: "article
/// 24(1) and paragraph 3". Items without steps are dropped.
[[nodiscard]] std::vector<Eid> provisions_of(std::vector<CitationItem> items, std::size_t most);

}  // namespace treatygraph::queries
