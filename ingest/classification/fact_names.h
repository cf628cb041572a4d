#pragma once
// Stable names for extracted facts: the local part of a node's key, "offence.illegal-access".

#include <string>
#include <vector>

#include "ingest/classification/fact.h"
#include "ingest/classification/terms.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// One for each fact. An offence or power is called after the heading of its article, and where the article has
/// several, after the numbers below it too: "misuse-of-devices-1-a". A safeguard is called after its kind. Where two
/// would have one name, each has its eId in it, so that none depends on the order.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<Fact>& facts, const Structure& structure);

/// "term.traffic-data"; of several terms with one name, the one for the whole treaty keeps it.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<DefinedTerm>& terms, const Structure& structure);

/// A display name: the heading of its article, "Misuse of devices, 1 (a)".
[[nodiscard]] std::string title_of(const Fact& fact, const Structure& structure);

}  // namespace treatygraph::ingest
