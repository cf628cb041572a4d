#pragma once
// Finds annexes that are printed between the articles of a treaty, such as annexes to chapters, instead of after them.
// Without this, the articles after such an annex would be read as articles of the annex.

#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Marks these annexes (`is_inside`) and the headings at which the treaty continues (`goes_on_after_annex`). The treaty
/// continues at an article or a chapter whose number follows the numbers before the annex and not those in the annex,
/// or at the divisions directly above such an article. Takes all headings in text order.
void find_annexes_inside(std::vector<Heading>& headings);

/// The same for headings that the markup of a document gives. Sets `inside` of each heading: each annex ends the annex
/// before it, and an appendix stays in its annex.
void place_marked_annexes(std::vector<Heading>& headings);

/// Whether an article or division number follows another: 8 after 7, 3.4 after 3.3, 4.1 after 3.3.
[[nodiscard]] bool counts_on_from(const Heading& heading, const Heading& last);

}  // namespace treatygraph::ingest
