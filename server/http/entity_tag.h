#pragma once
// Entity tags (RFC 9110, 8.8.3): an answer is known by its snapshot and its question, before it is made.

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace treatygraph::server {

/// Weak, because compression changes the bytes and not what they say.
[[nodiscard]] std::string entity_tag(std::string_view snapshot, const Request& request);
/// Of an answer that is the same whatever is loaded: by its bytes.
[[nodiscard]] std::string entity_tag_of(std::string_view body);
/// Whether If-None-Match lists `tag`; compared weakly, as RFC 9110, 13.1.2 has it.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace treatygraph::server
