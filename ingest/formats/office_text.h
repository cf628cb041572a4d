#pragma once
// Reads the files of word processors, which are ZIP archives and are recognized by their contents.

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// Reads DOCX and OpenDocument text. The error says what another archive is (a spreadsheet, slides, an e-book, any
/// archive) and what to do.
[[nodiscard]] Result<WrittenText> office_text(std::string_view zip);

}  // namespace treatygraph::ingest
