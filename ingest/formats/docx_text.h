#pragma once
// Treaties as Word documents (.docx, .docm).

#include "graph/result.h"
#include "ingest/formats/written_text.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_docx(const ZipArchive& archive);

/// What a reader sees in Word with all changes accepted: numbers of paragraphs as Word computes them, inserted words
/// but not deleted ones; without headers, footers, contents, footnotes, comments and hidden words. Macros are not read,
/// and nothing is ever run. Notices say what was left out.
[[nodiscard]] Result<WrittenText> docx_text(const ZipArchive& archive);

}  // namespace treatygraph::ingest
