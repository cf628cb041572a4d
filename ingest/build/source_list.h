#pragma once
// Lists the sources named on the command line, folder by folder and file by file.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct SourceItem {
  enum class Kind { Dataset, Document, Text };
  Kind kind = Kind::Document;
  std::string slug;  ///< the treaty's slug from the command line; may be empty
  std::filesystem::path path;
  std::string problem = {};  ///< why it cannot be read
};

/// "uncac=texts/uncac.txt", or just a path. The part before '=' must look like a slug.
[[nodiscard]] SourceItem named_item(SourceItem::Kind kind, std::string_view argument);

/// A folder with a treaty.json is a dataset. Any other folder means the documents in it and below, by name: files
/// ending in .txt, .pdf, .docx, .odt, .html, .htm, .md, .xml, .akn, .json or .csv, except those that describe the
/// folder (README, LICENSE, SOURCES, schema.json).
[[nodiscard]] std::vector<SourceItem> list_sources(const std::vector<std::string>& arguments);

}  // namespace treatygraph::ingest
