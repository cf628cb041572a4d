#pragma once
// What the commands that read one document have in common: its path, --ocr, and what reading it says on stderr.

#include <optional>
#include <string>

#include "ingest/structure/document.h"

namespace CLI {
class App;
}

namespace treatygraph::ingest {

struct DocumentArgument {
  std::string path;
  bool recognises_pictures = false;  ///< --ocr
};

/// DOCUMENT and --ocr.
void add_document_argument(CLI::App& command, DocumentArgument& argument);
void add_ocr_option(CLI::App& command, bool& recognises_pictures);

/// Says on stderr, one line each, why it is refused, what was converted and what of it was not read. `exit_code`
/// becomes 1 where it is refused or not read whole.
[[nodiscard]] std::optional<Document> read_and_tell(const DocumentArgument& argument, int& exit_code);

}  // namespace treatygraph::ingest
