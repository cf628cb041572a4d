#pragma once
// Annexes between a treaty's articles (such as annexes to chapters) instead of after them.

#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Marks these annexes and the headings where the treaty continues: articles and chapters that continue the numbering
/// before the annex rather than the annex's own, and the divisions directly above such an article.
void find_annexes_inside(std::vector<Heading>& headings);

/// The same for headings from a document's markup: each annex ends the previous one, an appendix stays in its annex.
/// Sets the component of each heading.
void place_marked_annexes(std::vector<Heading>& headings);

/// Whether an article or division number follows another: 8 after 7, 3.4 after 3.3, 4.1 after 3.3.
[[nodiscard]] bool counts_on_from(const Heading& heading, const Heading& last);

}  // namespace treatygraph::ingest
