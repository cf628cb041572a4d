#pragma once
// Reads a treaty from a file of any supported format. The format is recognized by content; only Markdown may also be
// recognized by the ending of the file's name.

#include <filesystem>

#include "graph/result.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Reads a file. The error names the file, what was found, and where. PDFs are read in child processes, so call it for
/// them only while no other thread runs.
[[nodiscard]] Result<Document> read_document(const std::filesystem::path& path, Pictures pictures = Pictures::LeaveOut);

/// The document of a PDF whose text was already extracted by pdf_texts(). An error in `text` is passed on with the
/// path.
[[nodiscard]] Result<Document> document_of_pdf(const std::filesystem::path& path, const Result<PdfText>& text);

}  // namespace treatygraph::ingest
