#pragma once
// Writes a treaty as Akoma Ntoso 3.0, from which the same provisions and references can be read again.

#include <string>
#include <vector>

#include "ingest/references/references.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Valid against the OASIS LegalDocML schema. Each provision keeps its eId. A resolved citation is a <ref> with its
/// mode as class, or an <mref> with one <ref> per target. Provisions without an element of the standard, such as
/// annexes, are <hcontainer> elements with a name.
[[nodiscard]] std::string akn_of(const Document& document, const std::vector<Reference>& references,
                                 const std::string& slug);

}  // namespace treatygraph::ingest
