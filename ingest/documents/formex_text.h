#pragma once
// Reads Formex 4, the format of the Publications Office of the European Union.

#include <string_view>

#include <pugixml.hpp>

#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

/// Whether the root element is one of Formex: an act, an agreement, an annex, or a file that combines several of them.
[[nodiscard]] bool is_formex_root(const pugi::xml_node& root);

/// Writes divisions, articles, paragraphs and annexes with their headings from the markup. Footnotes are omitted, with
/// a notice. The structure is left empty: it is read from the headings and the layout of the text.
[[nodiscard]] MarkedText formex_text(const pugi::xml_node& root);

}  // namespace treatygraph::ingest
