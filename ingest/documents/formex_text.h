#pragma once
// Reads Formex 4, the format of the Publications Office of the European Union.

#include <string_view>

#include <pugixml.hpp>

#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

/// Whether this is the name of a root element: of an act, an agreement, an annex, or several of these.
[[nodiscard]] bool is_formex_root(const pugi::xml_node& root);

/// Divisions, articles, paragraphs and annexes by their markup; footnotes are omitted, with a notice.
[[nodiscard]] MarkedText formex_text(const pugi::xml_node& root);

}  // namespace treatygraph::ingest
