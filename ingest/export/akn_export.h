#pragma once
// A treaty as Akoma Ntoso 3.0, from which the same provisions and references can be read again.

#include <string>
#include <vector>

#include "ingest/references/references.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Valid against the schema of OASIS LegalDocML. Each provision keeps its eId; a resolved citation is a <ref> whose
/// class is its mode, or a <mref> of one <ref> for each provision that it means. What no element of the standard is
/// called after, an annex say, is a <hcontainer> with that name.
[[nodiscard]] std::string akn_of(const Document& document, const std::vector<Reference>& references,
                                 const std::string& slug);

}  // namespace treatygraph::ingest
