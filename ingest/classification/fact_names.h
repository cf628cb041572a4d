#pragma once
// Stable names for extracted facts, which are the local part of a node's key: "offence.illegal-access".

#include <string>
#include <vector>

#include "ingest/classification/fact.h"
#include "ingest/classification/terms.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// A name for each fact. An offence or power is named after the heading of its article and, if the article has several,
/// the numbers below it: "misuse-of-devices-1-a". A safeguard is named after its kind. If several facts would share a
/// name, all of them get their eId, so that no name depends on the order.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<Fact>& facts, const Structure& structure);

/// "term.traffic-data". If several terms have one name, the one for the whole treaty keeps it, and the others get their
/// eId.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<DefinedTerm>& terms, const Structure& structure);

/// A name for display, from the heading of the article: "Misuse of devices, 1 (a)".
[[nodiscard]] std::string title_of(const Fact& fact, const Structure& structure);

}  // namespace treatygraph::ingest
