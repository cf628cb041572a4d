#pragma once
// ToTA: Alschner, Seiermann and Skougarevskiy, "Text of Trade Agreements", 2017.

#include <pugixml.hpp>

#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

/// Of a `treaty` element with `meta` and `body`.
[[nodiscard]] MarkedText tota_text(const pugi::xml_node& treaty);

}  // namespace treatygraph::ingest
