#pragma once
// Reads files of word processors, recognised by their ZIP archive's contents.

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// DOCX and OpenDocument text. The error says what another archive is (a spreadsheet, slides, an e-book, any archive)
/// and what to do.
[[nodiscard]] Result<WrittenText> office_text(std::string_view zip);

}  // namespace treatygraph::ingest
