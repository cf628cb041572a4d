#pragma once
// Time zone links. In the published time zone database, a zone that agrees with another since 1970 may be a link to it
// (Europe/Stockholm to Europe/Berlin), also for earlier years; Debian builds it with each zone's own older rules. Java
// and others read the links, and so do we, so that a moment of 1818 has the same offset here as there.

#include <string>
#include <string_view>

namespace treatygraph::queries::cypher {

/// "Europe/Berlin" for "Europe/Stockholm"; the name itself if it is not a link.
[[nodiscard]] std::string linked_zone(std::string_view name);

}  // namespace treatygraph::queries::cypher
