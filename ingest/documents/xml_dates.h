#pragma once
// The days that publishers of laws give in the metadata of their XML.

#include <pugixml.hpp>

#include "graph/property.h"

namespace treatygraph::ingest {

/// Sets `date`, of the text itself, and `entry_into_force`, where the metadata has them as days that exist.
void set_dates_of_xml(const pugi::xml_node& root, Properties& properties);

}  // namespace treatygraph::ingest
