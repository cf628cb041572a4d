#pragma once
// Links between time zones. In the published time zone database, a zone that agrees with another one since 1970 may be
// a link to it, also for earlier years: Europe/Stockholm is a link to Europe/Berlin. Debian builds the database with
// each zone's own older rules instead. Java and other software follow the links. So does this server, so that a moment
// in 1818 has the same offset here as there.

#include <string>
#include <string_view>

namespace treatygraph::queries::cypher {

/// "Europe/Berlin" for "Europe/Stockholm"; the name itself if it is not a link.
[[nodiscard]] std::string linked_zone(std::string_view name);

}  // namespace treatygraph::queries::cypher
