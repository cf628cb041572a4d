#pragma once
// Statements and speakers as rows and columns.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// One row per target of a statement.
[[nodiscard]] Table statements_table(const Graph& graph, const StatementsAnswer& answer);
/// One row per criticised provision, with the critic's acts.
[[nodiscard]] Table critics_table(const Graph& graph, const CriticsAnswer& answer);
/// "uncc:art_35__para_1 in_accordance_with uncc:art_23 “…” → …"
[[nodiscard]] std::string chain_words(const Graph& graph, const std::vector<RelationshipId>& references);

}  // namespace treatygraph::queries::formats
