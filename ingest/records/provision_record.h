#pragma once
// Makes records for provisions of any origin.

#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "graph/records.h"

namespace treatygraph::ingest {

/// "uncc:art_24".
[[nodiscard]] std::string provision_key(std::string_view slug, const Eid& eid);
[[nodiscard]] std::string provision_key(std::string_view slug, std::string_view eid);

/// Article and Provision for an article; Division and Provision for a chapter.
[[nodiscard]] std::vector<std::string> provision_labels(ProvisionKind kind);

/// With key, labels, eid, treaty, kind and num.
[[nodiscard]] NodeRecord provision_record(std::string_view slug, const Eid& eid);

[[nodiscard]] RelationshipRecord has_part(std::string whole, std::string part, std::int64_t ordinal, Properties why);

/// basis, confidence and source of curated facts.
[[nodiscard]] Properties curated(std::string_view confidence, std::string_view source);
/// basis, confidence and source of extracted facts.
[[nodiscard]] Properties extracted(std::string_view confidence, std::string_view source);
/// `base` followed by `more`; null and empty texts in `more` are dropped.
[[nodiscard]] Properties with(Properties base, const Properties& more);

}  // namespace treatygraph::ingest
