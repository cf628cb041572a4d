#pragma once
// Reads the sources named on the command line: dataset folders, documents, folders of documents.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/build/source_report.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

struct BuildRequest {
  std::vector<std::string> sources;  ///< dataset folders, documents and folders of documents, as PATH or SLUG=PATH
  std::vector<std::string> texts;    ///< SLUG=PATH: the official text of a dataset's treaty
  Pictures pictures = Pictures::LeaveOut;  ///< how to read PDF pages that are images of text
  bool stop_at_error = false;              ///< stop at the first problem
};

/// Called during the work, from several threads but never concurrently.
using Progress = std::function<void(std::string_view stage, std::size_t done, std::size_t of)>;

struct Sources {
  std::vector<SourceRecords> records;  ///< records of the valid sources; no two share a node
  std::vector<SourceReport> reports;   ///< reports on all, in command-line order
};

/// A problem in one source is stated in its report and does not affect the others. The result does not depend on the
/// number of cores.
[[nodiscard]] Sources read_sources(const BuildRequest& request, const Progress& progress = {});

}  // namespace treatygraph::ingest
