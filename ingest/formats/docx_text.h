#pragma once
// Reads Word documents (.docx, .docm).

#include "graph/result.h"
#include "ingest/formats/written_text.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

/// Whether the archive declares a part of Word.
[[nodiscard]] bool is_docx(const ZipArchive& archive);

/// Writes what Word shows with all changes accepted: computed paragraph numbers, inserted but not deleted words.
/// Headers, footers, contents, footnotes, comments and hidden words are left out. Macros are ignored, and nothing is
/// ever executed. Notices say what was left out. The error says which part of the archive is missing or damaged.
[[nodiscard]] Result<WrittenText> docx_text(const ZipArchive& archive);

}  // namespace treatygraph::ingest
