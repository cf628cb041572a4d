#pragma once
// A treaty whose official text came to a dataset that was compiled without it: the text decides on what it holds.

#include <string>

#include "ingest/build/source_report.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

struct TextOverDataset {
  SourceRecords records;
  SourceReport::Takeover takeover;
};

/// The text's provisions and references take the place of the dataset's; summaries, remarks and every other fact stay,
/// about the provision that exists. What the text lacks stays as the dataset has it (`provisions_beyond`), with its
/// references, in the order of the treaty. What the text confirms, contradicts, adds and lacks is listed, one line
/// each, in the Treaty's properties `text_confirms`, `text_contradicts`, `text_adds` and `text_lacks`.
[[nodiscard]] TextOverDataset text_over_dataset(SourceRecords dataset, SourceRecords text, const std::string& slug);

}  // namespace treatygraph::ingest
