#pragma once
// Scopes that another sentence states: "the powers referred to in this article shall be subject to articles 14 and 15",
// "the conditions and safeguards of this article shall apply to chapter V".

#include <vector>

#include "ingest/classification/safeguard_reach.h"
#include "ingest/classification/scope_words.h"

namespace treatygraph::ingest {

/// An introductory "subject to article 4" is only a reference, not a scope.
[[nodiscard]] std::vector<Reach> said_elsewhere(const Document& document, const ScopeWords& words,
                                                const std::vector<Fact>& facts,
                                                const std::vector<Reference>& references);

}  // namespace treatygraph::ingest
