#pragma once
// Finds scopes that another sentence states: "the powers referred to in this article shall be subject to articles 14
// and 15", "the conditions and safeguards of this article shall apply to chapter V".

#include <vector>

#include "ingest/classification/safeguard_reach.h"
#include "ingest/classification/scope_words.h"

namespace treatygraph::ingest {

/// Reaches of the safeguards in the cited provisions, all with high confidence. `facts` must be sorted by provision.
/// "Subject to article 4, ..." at the beginning of a sentence is only a reference, and gives none.
[[nodiscard]] std::vector<Reach> said_elsewhere(const Document& document, const ScopeWords& words,
                                                const std::vector<Fact>& facts,
                                                const std::vector<Reference>& references);

}  // namespace treatygraph::ingest
