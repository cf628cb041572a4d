#pragma once
// What a reader must know of an answer that the answer does not show: a treaty that is cited and not loaded, a scope in
// which nothing of the kind is known, words that cannot be compared.

#include "graph/graph.h"
#include "queries/catalogue/answer.h"
#include "queries/catalogue/catalogue.h"

namespace treatygraph::queries {

/// Appends them to the answer's warnings.
void add_notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer);

}  // namespace treatygraph::queries
