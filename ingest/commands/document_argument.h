#pragma once
// What the commands that read one document share: its path, --ocr, and the messages about reading it.

#include <optional>
#include <string>

#include "ingest/structure/document.h"

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Must outlive the parsing of the command line.
struct DocumentArgument {
  std::string path;
  bool recognises_pictures = false;  ///< --ocr
};

/// Adds DOCUMENT and --ocr.
void add_document_argument(CLI::App& command, DocumentArgument& argument);
void add_ocr_option(CLI::App& command, bool& recognises_pictures);

/// Writes to stderr, one line each, why the document is refused, what was converted and what was not read. `exit_code`
/// becomes 1 if it is refused or not read completely.
[[nodiscard]] std::optional<Document> read_and_tell(const DocumentArgument& argument, int& exit_code);

}  // namespace treatygraph::ingest
