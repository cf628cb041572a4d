#pragma once
// Reads laws and treaties in XML whose elements distinguish articles, paragraphs and points. The structure is taken
// from the elements.

#include <pugixml.hpp>

#include "ingest/documents/marked_text.h"
#include "ingest/documents/xml_vocabulary.h"

namespace treatygraph::ingest {

/// Reads the tree below `root`, whose elements `vocabulary` explains. The structure is empty if no element is a unit
/// (an article, a section, a rule) with a number; for Akoma Ntoso a numbered paragraph is enough. Footnotes are
/// omitted, with a notice. More than kMostProvisions provisions throw BeyondLimit.
[[nodiscard]] MarkedText units_text(const pugi::xml_node& root, const XmlVocabulary& vocabulary);

}  // namespace treatygraph::ingest
