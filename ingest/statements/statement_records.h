#pragma once
// Statements as nodes, with what they address: the provisions that their own words cite, and those that a person found.

#include <map>
#include <string>
#include <string_view>

#include "graph/records.h"
#include "ingest/citation/citations_about_treaty.h"
#include "ingest/records/source_records.h"
#include "ingest/statements/statement_file.h"

namespace treatygraph::ingest {

/// Who is meant by a name: States, and the organisations that other sources know.
class Speakers {
 public:
  /// Takes names and aliases of the organisations among the records.
  void add(const GraphRecords& records);
  /// As a node, whose key is that of the State or organisation; a name that nobody knows is an organisation's.
  [[nodiscard]] NodeRecord speaker_named(const std::string& name) const;

 private:
  std::map<std::string, NodeRecord> organizations_;  ///< by name, made alike
};

/// What an ADDRESSES tells that a statement's own words show.
[[nodiscard]] Properties addressed_in(const OwnCitation& citation, const std::string& source);

/// `slug` is the treaty of the statements that do not name one; the error lists those that then have none. `titles`, by
/// slug, say which treaty "the Convention" is.
[[nodiscard]] Result<SourceRecords> records_of(const StatementFile& file, const std::string& slug,
                                               const std::map<std::string, std::string>& titles,
                                               const Speakers& speakers);

}  // namespace treatygraph::ingest
