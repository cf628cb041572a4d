#pragma once
// Unifies treaties that sources name differently, so that each treaty is one node.

#include <map>
#include <string>

#include "graph/records.h"
#include "ingest/build/key_set.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// Old slug to new slug. Only treaties that are cited without being loaded are renamed.
using RenamedTreaties = std::map<std::string, std::string, std::less<>>;

/// The names of the treaties of all sources.
class TreatiesOfSources {
 public:
  /// Call it for each source, in order.
  void add(const SourceRecords& source);
  /// Merges placeholders of the same treaty: one that a source has under another slug, one that is well known, or one
  /// that is spelled differently elsewhere. Relationships to them and to their provisions move to the remaining one.
  [[nodiscard]] RenamedTreaties one_slug_each() const;

 private:
  GraphRecords loaded_;        ///< Treaty nodes, with their names only
  GraphRecords placeholders_;  ///< each name once, though many sources cite it
  KeySet known_;               ///< the placeholders that are in placeholders_ already
};

/// Renames the key of a treaty or provision, and its properties `slug` and `treaty`.
void rename_placeholder(const RenamedTreaties& renamed, NodeRecord& node);
/// Renames keys such as "treaty:old" and "old:art_2". Other keys stay.
void rename_key(const RenamedTreaties& renamed, std::string& key);
/// Renames both ends of a relationship.
void rename_ends(const RenamedTreaties& renamed, RelationshipRecord& relationship);

/// Adds to a well-known Treaty what the table knows and no source says: titles, short titles and abbreviations in
/// `aliases`, `numbers`, `place`, `year`, `official_text`, and the source of the names. A treaty that is not loaded
/// also gets its official title. Other nodes stay as they are.
void tell_what_is_known(NodeRecord& node);

}  // namespace treatygraph::ingest
