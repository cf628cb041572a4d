#pragma once
// Stable names for extracted facts: the local part of a node's key, "offence.illegal-access".

#include <string>
#include <vector>

#include "ingest/classification/fact.h"
#include "ingest/classification/terms.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// One name for each fact. An offence or power is named after the heading of its article and, if the article has
/// several, the numbers below it: "misuse-of-devices-1-a". A safeguard is named after its kind. If two would share a
/// name, each gets its eId, so that no name depends on the order.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<Fact>& facts, const Structure& structure);

/// "term.traffic-data"; of several terms with one name, the one for the whole treaty keeps it.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<DefinedTerm>& terms, const Structure& structure);

/// A display name: the heading of its article, "Misuse of devices, 1 (a)".
[[nodiscard]] std::string title_of(const Fact& fact, const Structure& structure);

}  // namespace treatygraph::ingest
