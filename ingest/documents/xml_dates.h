#pragma once
// Reads dates from the metadata of publishers' XML.

#include <pugixml.hpp>

#include "graph/property.h"

namespace treatygraph::ingest {

/// Sets `date`, of the text itself, and `entry_into_force`, if the metadata has them as valid dates.
void set_dates_of_xml(const pugi::xml_node& root, Properties& properties);

}  // namespace treatygraph::ingest
