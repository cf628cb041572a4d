#pragma once
// The records of a build, source by source, from the store.

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

/// Each source with what takes precedence over it: a text over its dataset, a depositary's page over the dataset's
/// recalled acts. Nothing is kept in memory between two calls.
class SourceUnits {
 public:
  /// `sources` and `store` outlive it.
  SourceUnits(std::vector<BuildSource>& sources, const SourceNames& names, const SourceStore& store);

  /// By any thread. Empty for a text that is part of its dataset's unit. The error is the source's own, or the store's.
  [[nodiscard]] Result<SourceRecords> unit(std::size_t source) const;
  /// The same, and what it found is added to the reports. Once for each source.
  [[nodiscard]] Result<SourceRecords> unit_and_report(std::size_t source);

 private:
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
  std::vector<bool> in_unit_of_dataset_;                                     ///< texts
  std::map<std::string, std::vector<std::size_t>, std::less<>> of_dataset_;  ///< by slug: texts and pages, in order
  std::map<std::string, std::size_t, std::less<>> pages_;                    ///< by key of the treaty
  mutable std::mutex mutex_;  ///< for reports: a page is read for its own unit and for its dataset's
};

}  // namespace treatygraph::ingest
