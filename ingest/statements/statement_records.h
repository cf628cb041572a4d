#pragma once
// Makes nodes from statements, which address the provisions that their own words cite or that a person found in them.

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

/// The evidence of an ADDRESSES that was read from the statement's own words.
[[nodiscard]] Properties addressed_in(const OwnCitation& citation, const std::string& source);

/// `slug` is the treaty of statements that do not name one; the error lists statements without a treaty. `titles`, by
/// slug, say which citations mean the treaty itself ("the Convention").
[[nodiscard]] Result<SourceRecords> records_of(const StatementFile& file, const std::string& slug,
                                               const std::map<std::string, std::string>& titles,
                                               const Speakers& speakers);

}  // namespace treatygraph::ingest
