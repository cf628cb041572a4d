#pragma once
// Unifies treaties that sources name differently.

#include <map>
#include <string>

#include "graph/records.h"
#include "ingest/build/key_set.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// Old slug to new slug, of treaties that are only cited.
using RenamedTreaties = std::map<std::string, std::string, std::less<>>;

/// The names of the treaties of all sources.
class TreatiesOfSources {
 public:
  /// In the order of the sources.
  void add(const SourceRecords& source);
  /// Merges placeholders of the same treaty: one that a source has under another slug, one that is well known, or one
  /// that is spelled differently elsewhere. Relationships to them and to their provisions move to the remaining one.
  [[nodiscard]] RenamedTreaties one_slug_each() const;

 private:
  GraphRecords loaded_;        ///< Treaty nodes, with their names only
  GraphRecords placeholders_;  ///< each name once, though many sources cite it
  KeySet known_;               ///< of these
};

/// With its slug.
void rename_placeholder(const RenamedTreaties& renamed, NodeRecord& node);
/// "treaty:old" and "old:art_2".
void rename_key(const RenamedTreaties& renamed, std::string& key);
/// Those that are, or are provisions of, a renamed treaty.
void rename_ends(const RenamedTreaties& renamed, RelationshipRecord& relationship);

/// Adds to a well-known Treaty what the registry knows and no source said: titles, short titles and abbreviations in
/// `aliases`, `numbers`, `place`, `year`, `official_text`, and their source. A treaty that is not loaded also gets its
/// official title.
void tell_what_is_known(NodeRecord& node);

}  // namespace treatygraph::ingest
