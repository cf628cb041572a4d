#pragma once
// Turns statements into nodes that address provisions: those that their own words cite, and those that a person found.

#include <map>
#include <string>
#include <string_view>

#include "graph/records.h"
#include "ingest/citation/citations_about_treaty.h"
#include "ingest/records/source_records.h"
#include "ingest/statements/statement_file.h"

namespace treatygraph::ingest {

/// Resolves names of speakers: States, and organisations known from other sources.
class Speakers {
 public:
  /// Collects names and aliases of the organisations in the records.
  void add(const GraphRecords& records);
  /// The speaker's node, with the key of the State or organisation; an unknown name becomes an organisation.
  [[nodiscard]] NodeRecord speaker_named(const std::string& name) const;

 private:
  std::map<std::string, NodeRecord> organizations_;  ///< by normalized name
};

/// Evidence on an ADDRESSES that comes from the statement's own words.
[[nodiscard]] Properties addressed_in(const OwnCitation& citation, const std::string& source);

/// `slug` is the treaty of statements that name none; the error lists those without one. `titles`, by slug, resolve
/// "the Convention".
[[nodiscard]] Result<SourceRecords> records_of(const StatementFile& file, const std::string& slug,
                                               const std::map<std::string, std::string>& titles,
                                               const Speakers& speakers);

}  // namespace treatygraph::ingest
