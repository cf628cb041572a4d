#pragma once
// Merges an official text into a dataset that a person made without it. The text decides about everything that it
// contains.

#include <string>

#include "ingest/build/source_report.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// The merged records, and numbers for the report.
struct TextOverDataset {
  SourceRecords records;
  SourceReport::Takeover takeover;
};

/// The provisions and references of the text replace those of the dataset. Summaries, remarks and all other facts of
/// the dataset stay, on the provision that now exists. What the text does not cover (`provisions_beyond`) stays as the
/// dataset has it, with its references, in treaty order. The properties `text_confirms`, `text_contradicts`,
/// `text_adds` and `text_lacks` of the Treaty list the differences, one line each.
[[nodiscard]] TextOverDataset text_over_dataset(SourceRecords dataset, SourceRecords text, const std::string& slug);

}  // namespace treatygraph::ingest
