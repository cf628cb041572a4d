#pragma once
// Which parts of an archive are a Word document's.

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "graph/result.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

/// "word/document.xml", or where the archive says that its main part is.
[[nodiscard]] std::string main_part(const ZipArchive& archive);

/// Parses a part beside the main one, if there is one.
[[nodiscard]] Result<void> read_beside(const ZipArchive& archive, const std::string& main, std::string_view name,
                                       pugi::xml_document& document);

}  // namespace treatygraph::ingest
