#pragma once
// Headings above an article's number: "Scope of application
//  Article 3".

#include <string_view>
#include <vector>

#include "ingest/structure/heading_words.h"
#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Assigns them to the articles if most articles of the treaty are set this way; otherwise changes nothing. Sets
/// `given` and `words_above` of these headings.
void read_headings_above(std::string_view text, Headings& headings, const WordUse& use);

}  // namespace treatygraph::ingest
