#pragma once
// Translates places of leftovers from the written text to the file.

#include <string_view>

#include "ingest/formats/written_text.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Changes places of leftovers from those of the written text to those of the file: characters and lines of `source`,
/// or paragraph numbers if the file has no text of its own.
void place_leftovers(const WrittenText& written, std::string_view source, Document& document);

}  // namespace treatygraph::ingest
