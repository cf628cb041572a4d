#pragma once
// Reads OpenDocument texts (.odt, .fodt).

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

/// Whether the archive declares the media type of an OpenDocument text.
[[nodiscard]] bool is_odt(const ZipArchive& archive);

/// Writes what a reader sees, with the numbers of lists and headings that styles make. Deleted words, headers, footers,
/// contents, notes, comments and hidden sections are left out. Notices say what was left out. The error says which part
/// is missing, damaged or encrypted.
[[nodiscard]] Result<WrittenText> odt_text(const ZipArchive& archive);

/// Whether the text is an OpenDocument text in a single XML file (.fodt).
[[nodiscard]] bool is_flat_odt(std::string_view text);
/// Reads such a file.
[[nodiscard]] Result<WrittenText> flat_odt_text(std::string_view xml);

}  // namespace treatygraph::ingest
