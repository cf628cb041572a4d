#pragma once
// Treaties as OpenDocument texts (.odt, .fodt).

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_odt(const ZipArchive& archive);

/// What a reader sees: list and heading numbers made by styles, without deleted words, headers, footers, contents,
/// notes, comments and hidden sections. Notices say what was left out.
[[nodiscard]] Result<WrittenText> odt_text(const ZipArchive& archive);

/// The same in a single XML file (.fodt).
[[nodiscard]] bool is_flat_odt(std::string_view text);
[[nodiscard]] Result<WrittenText> flat_odt_text(std::string_view xml);

}  // namespace treatygraph::ingest
