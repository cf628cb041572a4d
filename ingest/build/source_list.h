#pragma once
// What is named on the command line, folder by folder and file by file.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct SourceItem {
  enum class Kind { Dataset, Document, Text };
  Kind kind = Kind::Document;
  std::string slug;  ///< what the command line calls its treaty; may be empty
  std::filesystem::path path;
  std::string problem = {};  ///< why it cannot be read at all
};

/// "uncac=texts/uncac.txt", or just a path. What stands before the '=' must look like a slug.
[[nodiscard]] SourceItem named_item(SourceItem::Kind kind, std::string_view argument);

/// A folder with a treaty.json is a dataset; any other stands for the documents in it and below it, in the order of
/// their names: files that end in .txt, .pdf, .docx, .odt, .html, .htm, .md, .xml, .akn, .json or .csv, but what
/// describes the folder (README, LICENSE, SOURCES, schema.json).
[[nodiscard]] std::vector<SourceItem> list_sources(const std::vector<std::string>& arguments);

}  // namespace treatygraph::ingest
