#pragma once
// Makes nodes and relationships from extracted facts.

#include <string>

#include "graph/records.h"
#include "ingest/classification/classify.h"
#include "ingest/classification/safeguard_reach.h"

namespace treatygraph::ingest {

/// Adds offences, powers, safeguards and terms with ESTABLISHES, GRANTS, PROVIDES, CONDITIONS, DEFINES and USES, and
/// gives each provision its `obligation` with the words. The nodes of the provisions must be in `records` from
/// `first_provision` on, in the order of the structure.
void add_facts(const Document& document, const std::string& slug, const Classification& found,
               const std::vector<Reach>& reaches, std::size_t first_provision, GraphRecords& records);

}  // namespace treatygraph::ingest
