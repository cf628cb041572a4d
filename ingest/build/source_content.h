#pragma once
// Recognises by its content whether a file contains a treaty, a depositary's page about one, or statements.

#include <filesystem>
#include <variant>

#include "graph/result.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/statements/statement_file.h"
#include "ingest/status/status_page.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

using SourceContent = std::variant<Document, StatusPage, StatementFile>;

/// For a PDF whose text was extracted: a document or a status page. The error is that of the document.
[[nodiscard]] Result<SourceContent> source_of_pdf(const std::filesystem::path& path, const Result<PdfText>& text);

/// For a file of any other format. The error names the file, what was found, and where.
[[nodiscard]] Result<SourceContent> read_source(const std::filesystem::path& path,
                                                Pictures pictures = Pictures::LeaveOut);

}  // namespace treatygraph::ingest
