#pragma once
// The records of a document before the other sources are known. Two things are still open: the slug of its own treaty,
// and which instruments it cites.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"
#include "ingest/build/source_report.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// A citation of another instrument, or the words of an unresolved citation. Both are kept in the order of the text.
struct OpenCitation {
  std::size_t node = 0;            ///< position of the citing provision among the nodes
  std::size_t place = 0;           ///< its relationships come before this one
  std::string instrument;          ///< name of the instrument; empty: `quote` stays with the provision as it is
  std::string quote;               ///< the words
  std::vector<std::string> cited;  ///< eIds of the cited provisions; none for the instrument as a whole
  Properties properties;           ///< of its relationships
};

/// What one document contributes. It depends on the document alone, so it can be read by any process and stored.
struct OpenRecords {
  GraphRecords records;                 ///< with kOwnSlug in keys and properties
  std::vector<OpenCitation> citations;  ///< in the order of the text
  std::string document;                 ///< the file's name: the source of the treaties that it cites
};

/// A placeholder for the slug of the document's treaty, also inside longer texts. UTF-8 has no byte FF, so no text
/// contains it.
inline constexpr std::string_view kOwnSlug = "\xFFown";

/// The same records when the slug and the cited treaties are known.
struct ClosedRecords {
  SourceRecords records;
  std::size_t external = 0;                                  ///< citations of instruments that are identified
  std::vector<SourceReport::Unresolved> unknown_instrument;  ///< citations of others
};

/// Inserts the slug, and decides which treaties are cited by the names of all sources. If words name no single treaty,
/// they are kept in the property `unresolved` of their provision.
[[nodiscard]] ClosedRecords close(OpenRecords open, const std::string& slug, const InstrumentRegistry& registry);

}  // namespace treatygraph::ingest
