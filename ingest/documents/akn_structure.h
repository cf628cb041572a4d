#pragma once
// Reads Akoma Ntoso in which every provision has a valid eId. The tree of provisions is then taken from the markup, and
// the layout need not be interpreted.

#include <optional>
#include <string>

#include <pugixml.hpp>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// The text of an act and its provisions. Offsets are bytes of `text`.
struct AknStructure {
  std::string text;
  Structure structure;
};

/// Reads `act`, an element such as <act> or <doc>. Returns nothing if it has no provisions, if an article, paragraph,
/// point or division has no valid eId, or if two elements have the same eId. The structure must then be read in another
/// way.
[[nodiscard]] std::optional<AknStructure> structure_by_eids(const pugi::xml_node& act);
/// All text in an element of Akoma Ntoso except that of its notes (<authorialNote>). White space is not folded.
[[nodiscard]] std::string text_without_notes(const pugi::xml_node& element);

}  // namespace treatygraph::ingest
