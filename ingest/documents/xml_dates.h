#pragma once
// Reads dates from the metadata of publishers' XML.

#include <pugixml.hpp>

#include "graph/property.h"

namespace treatygraph::ingest {

/// Sets `date`, the date of the text itself, and `entry_into_force`, if the metadata contain them as valid ISO dates.
/// Properties that are already set are kept.
void set_dates_of_xml(const pugi::xml_node& root, Properties& properties);

}  // namespace treatygraph::ingest
