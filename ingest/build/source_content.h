#pragma once
// Recognizes what a file contains: a treaty, a depositary's page about one, or statements.

#include <filesystem>
#include <variant>

#include "graph/result.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/statements/statement_file.h"
#include "ingest/status/status_page.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

using SourceContent = std::variant<Document, StatusPage, StatementFile>;

/// The same for a PDF whose text was extracted.
[[nodiscard]] Result<SourceContent> source_of_pdf(const std::filesystem::path& path, const Result<PdfText>& text);

/// For a file other than PDF, by content. The error names the file and what was found where.
[[nodiscard]] Result<SourceContent> read_source(const std::filesystem::path& path,
                                                Pictures pictures = Pictures::LeaveOut);

}  // namespace treatygraph::ingest
