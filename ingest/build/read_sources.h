#pragma once
// What is named on the command line, read as what it is: a dataset folder, a document, or a folder of documents.

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
  std::vector<std::string> sources;  ///< dataset folders, documents and folders of documents, each as PATH or SLUG=PATH
  std::vector<std::string> texts;    ///< SLUG=PATH: the official text of the treaty of a dataset among the sources
  Pictures pictures = Pictures::LeaveOut;  ///< pages of PDFs that are pictures of text
  bool stop_at_error = false;              ///< read no further once something is wrong
};

/// Told as the work goes on, from several threads but never from two at once.
using Progress = std::function<void(std::string_view stage, std::size_t done, std::size_t of)>;

struct Sources {
  std::vector<SourceRecords> records;  ///< of those that are right; no two have a node in common
  std::vector<SourceReport> reports;   ///< of all, in the order of the command line
};

/// What is wrong with one source is said in its report and takes nothing from the others. The same request gives the
/// same records, however many cores read.
[[nodiscard]] Sources read_sources(const BuildRequest& request, const Progress& progress = {});

}  // namespace treatygraph::ingest
