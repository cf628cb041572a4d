#pragma once
// Locates the parts of a Word document in its archive.

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "graph/result.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

/// "word/document.xml", or the main part that the archive declares.
[[nodiscard]] std::string main_part(const ZipArchive& archive);

/// Parses another part than the main one, if it exists.
[[nodiscard]] Result<void> read_beside(const ZipArchive& archive, const std::string& main, std::string_view name,
                                       pugi::xml_document& document);

}  // namespace treatygraph::ingest
