#pragma once
// Where in a file stands what was left over of the text that was written out of it.

#include <string_view>

#include "ingest/formats/written_text.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Sets places of leftovers that are told by the written text to those of the file: characters and lines of `source`,
/// or numbers of paragraphs where the file has no text of its own.
void place_leftovers(const WrittenText& written, std::string_view source, Document& document);

}  // namespace treatygraph::ingest
