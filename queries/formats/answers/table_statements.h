#pragma once
// Who said what, as rows and columns.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// One row for each thing that a statement addresses.
[[nodiscard]] Table statements_table(const Graph& graph, const StatementsAnswer& answer);
/// One row for each thing that a critic found fault with, with the critic's acts.
[[nodiscard]] Table critics_table(const Graph& graph, const CriticsAnswer& answer);
/// "uncc:art_35__para_1 in_accordance_with uncc:art_23 “…” → …"
[[nodiscard]] std::string chain_words(const Graph& graph, const std::vector<RelationshipId>& references);

}  // namespace treatygraph::queries::formats
