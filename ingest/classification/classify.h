#pragma once
// Classifies by its words what each provision of a treaty does: whether it makes an offence, gives a power, provides a
// safeguard, imposes an obligation or defines a term.

#include <vector>

#include "ingest/classification/fact.h"
#include "ingest/classification/terms.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Everything that the words of a treaty say about its provisions.
struct Classification {
  /// Offences, powers and safeguards, in the order of provisions. Each provision has at most one offence, one power,
  /// and one safeguard of each kind.
  std::vector<Fact> facts;
  std::vector<Fact> obligations;  ///< at most one per provision
  std::vector<DefinedTerm> terms;
  std::vector<TermUse> uses;
};

/// Only texts in English are classified; the result for other languages is empty.
[[nodiscard]] Classification classify(const Document& document, const OwnWords& own);

}  // namespace treatygraph::ingest
