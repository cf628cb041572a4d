#pragma once
// Treaties as OpenDocument texts (.odt, .fodt).

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_odt(const ZipArchive& archive);

/// What a reader sees: numbers of lists and headings as their styles make them, deleted words left out; without
/// headers, footers, contents, notes, comments and hidden sections. Notices say what was left out.
[[nodiscard]] Result<WrittenText> odt_text(const ZipArchive& archive);

/// The same in one XML file (.fodt).
[[nodiscard]] bool is_flat_odt(std::string_view text);
[[nodiscard]] Result<WrittenText> flat_odt_text(std::string_view xml);

}  // namespace treatygraph::ingest
