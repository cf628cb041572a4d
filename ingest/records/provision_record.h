#pragma once
// Makes node and relationship records for provisions, whether they come from a dataset, a text or a status page, so
// that all sources use the same keys, labels and properties.

#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "graph/records.h"

namespace treatygraph::ingest {

/// The key of a provision: "uncc:art_24" for the slug "uncc" and the eId "art_24".
[[nodiscard]] std::string provision_key(std::string_view slug, const Eid& eid);
[[nodiscard]] std::string provision_key(std::string_view slug, std::string_view eid);

/// The label of the kind, then Provision: Article and Provision for an article. Kinds without a label of their own,
/// such as chapters, are Divisions.
[[nodiscard]] std::vector<std::string> provision_labels(ProvisionKind kind);

/// A node with key, labels, eid, treaty, kind and num. The eId must not be empty. It has no title, text or provenance
/// yet.
[[nodiscard]] NodeRecord provision_record(std::string_view slug, const Eid& eid);

/// HAS_PART between two keys. `ordinal` orders the parts of a whole; `why` is the provenance.
[[nodiscard]] RelationshipRecord has_part(std::string whole, std::string part, std::int64_t ordinal, Properties why);

/// basis, confidence and source of curated facts.
[[nodiscard]] Properties curated(std::string_view confidence, std::string_view source);
/// basis, confidence and source of extracted facts.
[[nodiscard]] Properties extracted(std::string_view confidence, std::string_view source);
/// `base` followed by `more`; null and empty texts in `more` are dropped.
[[nodiscard]] Properties with(Properties base, const Properties& more);

}  // namespace treatygraph::ingest
