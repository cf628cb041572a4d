#pragma once
// Files of word processors, by what their ZIP archive holds.

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// DOCX and OpenDocument text. The error says what else an archive is (a spreadsheet, slides, an e-book, any archive)
/// and what to do.
[[nodiscard]] Result<WrittenText> office_text(std::string_view zip);

}  // namespace treatygraph::ingest
