#pragma once
// Laws and treaties in XML whose elements distinguish articles, paragraphs and points: the structure is taken from the
// elements.

#include <pugixml.hpp>

#include "ingest/documents/marked_text.h"
#include "ingest/documents/xml_vocabulary.h"

namespace treatygraph::ingest {

/// The structure is empty if no element is a unit (an article, a section, a rule) with a number.
[[nodiscard]] MarkedText units_text(const pugi::xml_node& root, const XmlVocabulary& vocabulary);

}  // namespace treatygraph::ingest
