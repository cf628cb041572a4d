#pragma once
// Provisions as records, however they were come by.

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

/// basis, confidence and source of what a person compiled.
[[nodiscard]] Properties curated(std::string_view confidence, std::string_view source);
/// basis, confidence and source of what was read from a text.
[[nodiscard]] Properties extracted(std::string_view confidence, std::string_view source);
/// `base` and then `more`; a null or empty text in `more` is left out.
[[nodiscard]] Properties with(Properties base, const Properties& more);

}  // namespace treatygraph::ingest
