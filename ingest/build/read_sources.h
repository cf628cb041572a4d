#pragma once
// Reads the sources named on the command line: dataset folders, documents, folders of documents.

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/build/build_source.h"
#include "ingest/build/source_report.h"
#include "ingest/build/source_store.h"
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

/// Takes what was read of a document, by its number; false if nothing more is needed.
using KeepRead = std::function<bool(std::size_t document, StoredSource read)>;
/// Reads documents elsewhere than on the cores of this machine: tells `keep` of each once, in any order, from one
/// thread.
using ReadDocuments =
    std::function<void(const std::vector<SourceItem>& items, Pictures pictures, const KeepRead& keep)>;

/// Reads each source by itself (read_alone) on all cores into the store. A problem in one source is stated in its
/// report and does not affect the others. In command-line order, then texts of datasets. The error is that of the
/// store. `elsewhere`, if given, reads the documents.
[[nodiscard]] Result<std::vector<BuildSource>> read_into(SourceStore& store, const BuildRequest& request,
                                                         const Progress& progress = {},
                                                         const ReadDocuments& elsewhere = {});

/// Reads again the documents that name_sources() found to be texts of datasets, now with what the datasets know.
[[nodiscard]] Result<void> widen_by_datasets(std::vector<BuildSource>& sources,
                                             const std::map<std::string, std::size_t>& datasets, SourceStore& store);

/// Why a source is refused that has a node of an earlier one.
[[nodiscard]] std::string has_already(const BuildSource& source, std::string_view key);

struct Sources {
  std::vector<SourceRecords> records;  ///< records of the valid sources; no two share a node
  std::vector<SourceReport> reports;   ///< reports on all, in command-line order
};

/// The same for few sources, whose records fit into memory. The result does not depend on the number of cores.
[[nodiscard]] Sources read_sources(const BuildRequest& request, const Progress& progress = {});

}  // namespace treatygraph::ingest
