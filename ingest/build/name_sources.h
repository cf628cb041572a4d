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

/// What all sources of a build know together.
struct SourceNames {
  InstrumentRegistry registry;                  ///< of names of treaties
  Speakers speakers;                            ///< participants that datasets know, for statements
  std::map<std::string, std::string> titles;    ///< of treaties, by slug
  std::map<std::string, std::size_t> datasets;  ///< by slug: index among the sources
};

/// Sets the slug in the report of each source: the slug of the command line, or else that of the known treaty with its
/// title, or else a name from the location of the file. Treaties come first, then sources about them, each in order, so
/// that precedence does not depend on timing. A source is refused if an earlier source of the same kind has its treaty.
/// The error is that of the store.
[[nodiscard]] Result<SourceNames> name_sources(std::vector<BuildSource>& sources, const SourceStore& store);

/// Error message for the second of two datasets of one treaty.
[[nodiscard]] std::string is_second_dataset(const BuildSource& source);

}  // namespace treatygraph::ingest
