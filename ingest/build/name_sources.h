#pragma once
// Decides which treaty each source is about.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "graph/result.h"
#include "ingest/build/build_source.h"
#include "ingest/build/source_store.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/statements/statement_records.h"

namespace treatygraph::ingest {

/// What all sources of a build together know.
struct SourceNames {
  InstrumentRegistry registry;                  ///< of names of treaties
  Speakers speakers;                            ///< that datasets know
  std::map<std::string, std::string> titles;    ///< of treaties, by slug
  std::map<std::string, std::size_t> datasets;  ///< by slug: index of the source
};

/// Sets the slug of each source's report: the command line's, or that of the known treaty with its title, or a name
/// from the file's location. Treaties come first, then sources about them, each in order, so that precedence does not
/// depend on timing. A source of a treaty that an earlier one of its kind has is refused. The error is that of the
/// store.
[[nodiscard]] Result<SourceNames> name_sources(std::vector<BuildSource>& sources, const SourceStore& store);

/// Why the second of two datasets of one treaty is refused.
[[nodiscard]] std::string is_second_dataset(const BuildSource& source);

}  // namespace treatygraph::ingest
