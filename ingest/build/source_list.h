#pragma once
// Lists the sources that the command line names, folder by folder and file by file.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// A source that is not read yet.
struct SourceItem {
  /// A Text is the official text of a dataset's treaty. A Document may turn out to be one when it is named.
  enum class Kind { Dataset, Document, Text };
  Kind kind = Kind::Document;
  std::string slug;  ///< the treaty's slug from the command line; may be empty
  std::filesystem::path path;
  std::string problem = {};  ///< why it cannot be read
};

/// Splits "uncac=texts/uncac.txt", or takes a path without a slug. If the part before '=' does not look like a slug and
/// no such file exists, `problem` says so.
[[nodiscard]] SourceItem named_item(SourceItem::Kind kind, std::string_view argument);

/// A folder with a treaty.json is a dataset. Any other folder means the documents in it and below it, sorted by
/// name. Documents are files with a known ending (.txt, .pdf, .docx, .html, ...), except those that describe the
/// folder: README, LICENSE, SOURCES and schema.json.
[[nodiscard]] std::vector<SourceItem> list_sources(const std::vector<std::string>& arguments);

}  // namespace treatygraph::ingest
