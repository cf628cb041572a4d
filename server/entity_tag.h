#pragma once
// Entity tags (RFC 9110, 8.8.3): an answer is known by its snapshot and its question, before it is made.

#include <string>
#include <string_view>

#include "server/message.h"

namespace treatygraph::server {

/// Weak, because compression changes the bytes and not what they say.
[[nodiscard]] std::string entity_tag(std::string_view snapshot, const Request& request);
/// Whether If-None-Match names `tag`, or is "*".
[[nodiscard]] bool is_current(std::string_view if_none_match, std::string_view tag);

}  // namespace treatygraph::server
