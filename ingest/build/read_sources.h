#pragma once
// Reads the sources named on the command line: dataset folders, documents, and folders of documents.

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

/// What to read, and how.
struct BuildRequest {
  std::vector<std::string> sources;  ///< dataset folders, documents and folders of documents, as PATH or SLUG=PATH
  std::vector<std::string> texts;    ///< SLUG=PATH: the official text of a dataset's treaty
  Pictures pictures = Pictures::LeaveOut;  ///< how to read PDF pages that are images of text
  bool stop_at_error = false;              ///< stop at the first problem
};

/// Called during the work, from several threads but never concurrently.
using Progress = std::function<void(std::string_view stage, std::size_t done, std::size_t of)>;

/// One document to be read by itself, without knowledge of other documents.
struct ReadingTask {
  SourceItem item;
  const KnownTreaty* known = nullptr;  ///< as for read_alone()
};

/// Takes the result of the i-th task. Any thread may call it, and several at a time. Returns false if no more results
/// are wanted.
using TaskDone = std::function<bool(std::size_t i, StoredSource read)>;
/// Reads all tasks, on any threads or processes and in any order. Calls `done` at most once for each task.
using ReadTasks = std::function<void(const std::vector<ReadingTask>& tasks, Pictures pictures, const Progress& progress,
                                     const TaskDone& done)>;

/// Reads on all cores of this machine, with read_alone(). A few hundred documents are read at a time, so that the texts
/// of all PDFs are not in memory together. The largest of them come first, so that no core waits long for the last one.
void read_on_all_cores(const std::vector<ReadingTask>& tasks, Pictures pictures, const Progress& progress,
                       const TaskDone& done);

/// Reads each source by itself into the store: documents by `read_tasks`, datasets on this thread. A problem in one
/// source is stated in its report and does not affect the others. The result is in the order of the command line, with
/// texts of datasets at the end. The error is that of the store.
[[nodiscard]] Result<std::vector<BuildSource>> read_into(SourceStore& store, const BuildRequest& request,
                                                         const Progress& progress = {},
                                                         const ReadTasks& read_tasks = read_on_all_cores);

/// Reads again the documents that name_sources() recognised as texts of datasets, so that their citations can reach the
/// provisions of the dataset. Also reads again texts whose dataset has changed or is gone.
[[nodiscard]] Result<void> widen_by_datasets(std::vector<BuildSource>& sources,
                                             const std::map<std::string, std::size_t>& datasets, SourceStore& store);

/// Error message for a source that has a node of an earlier one.
[[nodiscard]] std::string has_already(const BuildSource& source, std::string_view key);

/// Sources that are read completely into memory.
struct Sources {
  std::vector<SourceRecords> records;  ///< records of the valid sources; no two share a node
  std::vector<SourceReport> reports;   ///< reports on all, in command-line order
};

/// The same for a few sources, whose records fit into memory. Sources with errors, and sources with a node of an
/// earlier one, are left out. The result does not depend on the number of cores.
[[nodiscard]] Sources read_sources(const BuildRequest& request, const Progress& progress = {});

}  // namespace treatygraph::ingest
