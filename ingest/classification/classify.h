#pragma once
// Classifies what each provision of a treaty does, by its words.

#include <vector>

#include "ingest/classification/fact.h"
#include "ingest/classification/terms.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

struct Classification {
  /// Offences, powers and safeguards by provision: per provision at most one offence, one power, and one safeguard of
  /// each kind.
  std::vector<Fact> facts;
  std::vector<Fact> obligations;  ///< at most one per provision
  std::vector<DefinedTerm> terms;
  std::vector<TermUse> uses;
};

[[nodiscard]] Classification classify(const Document& document, const OwnWords& own);

}  // namespace treatygraph::ingest
