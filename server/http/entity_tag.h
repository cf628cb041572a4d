#pragma once
// Entity tags (RFC 9110, 8.8.3). The snapshot and the question identify an answer before it is made.

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace treatygraph::server {

/// For an answer that depends on the snapshot, the target and Accept. Weak, because compression changes the bytes but
/// not their meaning.
[[nodiscard]] std::string entity_tag(std::string_view snapshot, const Request& request);
/// For an answer that does not depend on the snapshot: a hash of its bytes.
[[nodiscard]] std::string entity_tag_of(std::string_view body);
/// Whether If-None-Match lists `tag`, by weak comparison (RFC 9110, 13.1.2).
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace treatygraph::server
