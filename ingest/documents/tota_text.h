#pragma once
// Reads the XML of ToTA, a collection of trade agreements: Alschner, Seiermann and Skougarevskiy, "Text of Trade
// Agreements", 2017.

#include <pugixml.hpp>

#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

/// Reads a `treaty` element with `meta` and `body`. The structure is left empty: it is read from the headings and the
/// layout.
[[nodiscard]] MarkedText tota_text(const pugi::xml_node& treaty);

}  // namespace treatygraph::ingest
