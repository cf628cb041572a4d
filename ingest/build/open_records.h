#pragma once
// The records of a document before the other sources are known: its own slug and the instruments that it cites are
// open.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"
#include "ingest/build/source_report.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// A citation of another instrument, or words of an unresolved one, which are kept in the order of the text.
struct OpenCitation {
  std::size_t node = 0;            ///< position of the citing provision among the nodes
  std::size_t place = 0;           ///< its relationships come before this one
  std::string instrument;          ///< name of the instrument; empty: `quote` stays with the provision as it is
  std::string quote;               ///< the words
  std::vector<std::string> cited;  ///< eIds of the cited provisions; none for the instrument as a whole
  Properties properties;           ///< of its relationships
};

struct OpenRecords {
  GraphRecords records;                 ///< with kOwnSlug in keys and properties
  std::vector<OpenCitation> citations;  ///< in the order of the text
  std::string document;                 ///< the file's name: the source of the treaties that it cites
};

/// A placeholder for the slug of the document's treaty, also inside texts. No text in UTF-8 contains its first byte.
inline constexpr std::string_view kOwnSlug = "\xFFown";

struct ClosedRecords {
  SourceRecords records;
  std::size_t external = 0;                                  ///< citations of instruments that are identified
  std::vector<SourceReport::Unresolved> unknown_instrument;  ///< citations of others
};

/// Puts in the slug, and decides by the names of all sources which treaties are cited. Words that name no single treaty
/// stay with their provision.
[[nodiscard]] ClosedRecords close(OpenRecords open, const std::string& slug, const InstrumentRegistry& registry);

}  // namespace treatygraph::ingest
