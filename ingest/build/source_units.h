#pragma once
// Takes the records of a build from the store, source by source, and merges those that are about the same treaty.

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "graph/result.h"
#include "ingest/build/build_source.h"
#include "ingest/build/name_sources.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// A unit is the records of a source together with what takes precedence over it: a text over its dataset, and a
/// depositary's page over the acts that the dataset recalls. Nothing is kept in memory between two calls; each call
/// makes the unit again from the store.
class SourceUnits {
 public:
  /// `sources`, `names` and `store` must outlive it.
  SourceUnits(std::vector<BuildSource>& sources, const SourceNames& names, const SourceStore& store);

  /// Any thread may call it. Empty for a text that is part of its dataset's unit. The error is the source's own, or
  /// that of the store (Corrupt).
  [[nodiscard]] Result<SourceRecords> unit(std::size_t source) const;
  /// The same, and adds findings to the reports. Call it once for each source. Any thread may call it.
  [[nodiscard]] Result<SourceRecords> unit_and_report(std::size_t source);

 private:
  /// Whether findings are added to the reports.
  enum class Reports { Leave, Add };
  [[nodiscard]] Result<SourceRecords> unit(std::size_t source, Reports reports) const;
  [[nodiscard]] Result<SourceRecords> own_records(std::size_t source, Reports reports) const;
  [[nodiscard]] Result<SourceRecords> records_of_file(const StoredSource& stored, const BuildSource& source) const;
  [[nodiscard]] Result<void> meet(SourceRecords& dataset, std::size_t source, Reports reports) const;
  void note_status_page(SourceRecords& records) const;
  template <typename Work>
  void report(std::size_t source, Reports reports, const Work& work) const;

  std::vector<BuildSource>& sources_;
  const SourceNames& names_;
  const SourceStore& store_;
  std::vector<bool> in_unit_of_dataset_;  ///< by source: whether it is a text of a dataset
  std::map<std::string, std::vector<std::size_t>, std::less<>> of_dataset_;  ///< by slug: texts and pages, in order
  std::map<std::string, std::size_t, std::less<>> pages_;                    ///< by key of the treaty
  mutable std::mutex mutex_;  ///< for reports: a page is read for its own unit and for its dataset's
};

}  // namespace treatygraph::ingest
