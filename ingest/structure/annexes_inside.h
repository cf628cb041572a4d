#pragma once
// Annexes that stand between a treaty's articles, as those of its chapters do, and not behind them all.

#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Marks them, and the headings with which the treaty goes on: articles and chapters that count on from the last one
/// before the annex and not from the annex's own, and the divisions that stand right above such an article.
void find_annexes_inside(std::vector<Heading>& headings);

/// The same for headings that a document's marks give: each annex ends the one before, an appendix stays in its annex.
/// Sets where each of them stands.
void place_marked_annexes(std::vector<Heading>& headings);

/// Whether an article or a division counts on from another: 8 from 7, 3.4 from 3.3, 4.1 from 3.3.
[[nodiscard]] bool counts_on_from(const Heading& heading, const Heading& last);

}  // namespace treatygraph::ingest
