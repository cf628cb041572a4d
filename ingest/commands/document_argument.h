#pragma once
// What the commands that read one document have in common: its path, --ocr, and what reading it says on stderr.

#include <string>

#include "graph/result.h"
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

/// Says on stderr, one line each, what was converted or left out.
[[nodiscard]] Result<Document> read_and_tell(const DocumentArgument& argument);

}  // namespace treatygraph::ingest
