#pragma once
// Reads a treaty from a file of any supported format, recognized by content.

#include <filesystem>

#include "graph/result.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// The error names the file, what was found, and where.
[[nodiscard]] Result<Document> read_document(const std::filesystem::path& path, Pictures pictures = Pictures::LeaveOut);

/// The same for a PDF whose text was extracted.
[[nodiscard]] Result<Document> document_of_pdf(const std::filesystem::path& path, const Result<PdfText>& text);

}  // namespace treatygraph::ingest
