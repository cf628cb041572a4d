#pragma once
// What is named on the command line, read as what it is: a dataset folder, or a document.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/source_records.h"

namespace treatygraph::ingest {

/// A document and the slug of its treaty, which may be empty: then the title, or else the file's place, says it.
struct NamedDocument {
  std::string slug;
  std::filesystem::path path;
};

/// "uncac=texts/uncac.txt", or just a path. What stands before the '=' must look like a slug.
[[nodiscard]] NamedDocument named_document(std::string_view argument);

struct BuildRequest {
  std::vector<std::string> sources;  ///< dataset folders and documents, each as PATH or SLUG=PATH
  std::vector<std::string> texts;    ///< SLUG=PATH: the official text of the treaty of a dataset among the sources
};

/// One entry for each treaty. The error names the source that is wrong, and nothing was taken then.
[[nodiscard]] Result<std::vector<SourceRecords>> read_sources(const BuildRequest& request);

}  // namespace treatygraph::ingest
