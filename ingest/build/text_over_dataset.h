#pragma once
// A treaty whose official text came to a dataset that was compiled without it: the text decides.

#include <string>

#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// The text's provisions and references take the place of the dataset's; summaries, remarks and every other fact stay,
/// about the provision that exists. What the text confirms, contradicts and adds is listed, one line each, in the
/// Treaty's properties `text_confirms`, `text_contradicts` and `text_adds`.
[[nodiscard]] SourceRecords text_over_dataset(SourceRecords dataset, SourceRecords text, const std::string& slug);

}  // namespace treatygraph::ingest
