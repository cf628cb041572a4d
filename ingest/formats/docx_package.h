#pragma once
// Locates the parts of a Word document in its archive (Open Packaging Conventions, ECMA-376, part 2).

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "graph/result.h"
#include "ingest/formats/zip_archive.h"

namespace treatygraph::ingest {

/// The name of the main part: the one that the archive declares in "_rels/.rels", or else "word/document.xml".
[[nodiscard]] std::string main_part(const ZipArchive& archive);

/// Parses the part `name` in the folder of the main part. If it does not exist, `document` stays empty; that is no
/// error.
[[nodiscard]] Result<void> read_beside(const ZipArchive& archive, const std::string& main, std::string_view name,
                                       pugi::xml_document& document);

}  // namespace treatygraph::ingest
