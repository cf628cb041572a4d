#pragma once
// Headings that stand above an article's number: "Scope of application \n Article 3".

#include <string_view>
#include <vector>

#include "ingest/structure/heading_words.h"
#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Gives them to the articles where the treaty sets its headings so, as most of its articles show.
void read_headings_above(std::string_view text, Headings& headings, const WordUse& use);

}  // namespace treatygraph::ingest
