#pragma once
// Akoma Ntoso in which every part has an eId: the structure is taken from the markup.

#include <optional>
#include <string>

#include <pugixml.hpp>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

struct AknStructure {
  std::string text;
  Structure structure;
};

/// Nothing if an article, paragraph, point or division has no valid eId, or two have the same: then the structure is
/// read from the layout.
[[nodiscard]] std::optional<AknStructure> structure_by_eids(const pugi::xml_node& act);
/// The words in an element of Akoma Ntoso, without those of its notes.
[[nodiscard]] std::string text_without_notes(const pugi::xml_node& element);

}  // namespace treatygraph::ingest
