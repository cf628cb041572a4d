#pragma once
// Laws and treaties in XML whose elements say what is an article, a paragraph and a point: the structure is taken from
// the elements as it stands.

#include <pugixml.hpp>

#include "ingest/documents/marked_text.h"
#include "ingest/documents/xml_vocabulary.h"

namespace treatygraph::ingest {

/// The structure is empty where no element is a unit (an article, a section, a rule) with a number.
[[nodiscard]] MarkedText units_text(const pugi::xml_node& root, const XmlVocabulary& vocabulary);

}  // namespace treatygraph::ingest
