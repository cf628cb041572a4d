#pragma once
// Merges an official text into a dataset that was compiled without it: the text decides on what it contains.

#include <string>

#include "ingest/build/source_report.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

struct TextOverDataset {
  SourceRecords records;
  SourceReport::Takeover takeover;
};

/// The text's provisions and references replace the dataset's; summaries, remarks and all other facts stay on the
/// existing provision. What the text does not cover stays as in the dataset (`provisions_beyond`), with its references,
/// in treaty order. The Treaty's properties `text_confirms`, `text_contradicts`, `text_adds` and `text_lacks` list the
/// differences, one line each.
[[nodiscard]] TextOverDataset text_over_dataset(SourceRecords dataset, SourceRecords text, const std::string& slug);

}  // namespace treatygraph::ingest
