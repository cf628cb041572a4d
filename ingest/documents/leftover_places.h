#pragma once
// Translates the places of leftovers from the text that a format was written out as to the file itself.

#include <string_view>

#include "ingest/formats/written_text.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Changes the places of the leftovers of `document`, which are in characters of `written.text`. If `written` has a
/// map, they become characters and lines of `source`, the file's own text. If the file has no text of its own, such as
/// a .docx, only the line is replaced, by the number of the paragraph. Does nothing if `written` has neither.
void place_leftovers(const WrittenText& written, std::string_view source, Document& document);

}  // namespace treatygraph::ingest
