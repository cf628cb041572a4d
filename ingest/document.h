#pragma once
// A treaty as it was read from a file, whatever its format: what every reader makes and every later stage takes.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/property.h"
#include "ingest/structure.h"

namespace treatygraph::ingest {

/// Where a page of the original begins in Document::text.
struct PageStart {
  std::size_t offset;  ///< in bytes
  int page;            ///< as counted in the file, from 1
};

/// Something that a reader found and a person should know, with its place.
struct Diagnostic {
  enum class Severity { Note, Warning, Error };
  Severity severity = Severity::Warning;
  std::string document;
  int line = 0;  ///< of a text or table, from 1; 0 where it has none
  int page = 0;  ///< of a paged document, from 1; 0 where it has none
  std::string message;
};

struct Document {
  std::string name;    ///< the file's name without its folder
  std::string format;  ///< "pdf", "text", "akn", "tota", "treaty-json"
  std::string title;   ///< as printed in the document, empty where none was found
  std::string
      text;  ///< UTF-8, "\n" line ends, running headers, page numbers and footnotes left out; offsets are bytes of it
  std::vector<PageStart> pages;
  std::optional<Structure> structure;  ///< where the format's markup says it; otherwise it is read from the text
  Properties properties;               ///< of the Treaty node: dates, language, parties, as the format gives them
  std::vector<Diagnostic> diagnostics;
};

}  // namespace treatygraph::ingest
