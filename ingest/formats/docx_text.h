#pragma once
// Treaties as Word documents (.docx, .docm).

#include "graph/result.h"
#include "ingest/formats/written_text.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_docx(const ZipArchive& archive);

/// What Word shows with all changes accepted: computed paragraph numbers, inserted but not deleted words; without
/// headers, footers, contents, footnotes, comments and hidden words. Macros are ignored, and nothing is ever executed.
/// Notices say what was left out.
[[nodiscard]] Result<WrittenText> docx_text(const ZipArchive& archive);

}  // namespace treatygraph::ingest
