#pragma once
// Writes a treaty as Akoma Ntoso 3.0, from which the same provisions and references can be read again.

#include <string>
#include <vector>

#include "ingest/references/references.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// The XML, valid against the OASIS LegalDocML schema. Each provision keeps its eId. A resolved citation is a <ref>
/// with its mode as class, or an <mref> with one <ref> for each target. Provisions for which the standard has no
/// element, such as annexes, are <hcontainer> elements with a name. `slug` is the name of the treaty in its URIs.
[[nodiscard]] std::string akn_of(const Document& document, const std::vector<Reference>& references,
                                 const std::string& slug);

}  // namespace treatygraph::ingest
