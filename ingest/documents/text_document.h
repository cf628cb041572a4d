#pragma once
// Turns a text from any file into a document.

#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/documents/clean_text.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Cleans it, leaves out other languages than English, restores lost line breaks, reads its structure and accounts for
/// every character. The error is a sentence without the file's name that says what the text is and what to do.
[[nodiscard]] Result<Document> document_of_text(std::string_view raw, std::string name, std::string format,
                                                Lines lines = Lines::OfPages);

/// The same for a document with structure from markup: detects its language and accounts for its characters. If it is
/// not English, it keeps its provisions, and a notice says that nothing else is read.
void account_for_marked(Document& document);

/// The title of a text: its first block.
[[nodiscard]] std::string title_of_text(std::string_view text);

}  // namespace treatygraph::ingest
