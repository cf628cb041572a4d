#pragma once
// Which time zone's rules stand for another's. The time zone database, as it is published, lets a zone that has agreed
// with another since 1970 be a link to that one (Europe/Stockholm to Europe/Berlin), also for the years before; Debian
// builds it with each zone's own older rules. Java and others read the links, and so do we: a moment of 1818 shall have
// the same offset here as there.

#include <string>
#include <string_view>

namespace treatygraph::queries::cypher {

/// "Europe/Berlin" for "Europe/Stockholm"; the name itself where it links to none.
[[nodiscard]] std::string linked_zone(std::string_view name);

}  // namespace treatygraph::queries::cypher
