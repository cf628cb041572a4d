#pragma once
// Akoma Ntoso whose every part says by its eId what it is: the structure is taken from the marks as it stands.

#include <optional>
#include <string>

#include <pugixml.hpp>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

struct AknStructure {
  std::string text;
  Structure structure;
};

/// None where an article, paragraph, point or division has no eId that can be read, or two have the same: then only the
/// layout can tell.
[[nodiscard]] std::optional<AknStructure> structure_by_eids(const pugi::xml_node& act);

}  // namespace treatygraph::ingest
