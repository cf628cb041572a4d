#pragma once
// Turns the text of a file, from any format, into a document.

#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/documents/clean_text.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Cleans the text, leaves out languages other than English, restores lost line breaks, reads the structure and
/// accounts for every character. A text in French or Spanish is read in that language if enough of it is understood.
/// The document's structure may be empty: then nothing in it opens a provision. The error is a clause without the
/// file's name that says what the text is and what to do.
[[nodiscard]] Result<Document> document_of_text(std::string_view raw, std::string name, std::string format,
                                                Lines lines = Lines::OfPages);

/// Completes a document whose structure is known from markup: detects its language and accounts for its characters. A
/// document in another language than English keeps its provisions, and a notice says what is not read.
void account_for_marked(Document& document);

/// The title of a text: its first block with white space folded. Empty if that block is too long for a title.
[[nodiscard]] std::string title_of_text(std::string_view text);

}  // namespace treatygraph::ingest
