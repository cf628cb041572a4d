#pragma once
// What a file of any format says, written out as plain text that tells by its layout what the file tells by its marks:
// each block on lines of its own, empty lines between blocks, "1." and "(a)" before what they number.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

/// Where the words of a paragraph of the file begin.
struct WrittenParagraph {
  std::size_t byte = 0;    ///< of the text
  std::size_t number = 0;  ///< of the file's paragraphs, counted from one, cells of tables and empty ones included
};

struct WrittenText {
  std::string format;  ///< "html", "docx", "odt", "markdown"
  std::string title;   ///< where the file's marks say it; else empty
  std::string text;
  SourceMap map;                             ///< from bytes of `text` to characters of the file's own text; see has_map
  bool has_map = false;                      ///< false where the file has no text of its own, as a ZIP archive
  std::vector<WrittenParagraph> paragraphs;  ///< in order, where the file has no lines of its own
  std::vector<std::string> notices;          ///< for a person: what was left out or converted, one sentence each
};

}  // namespace treatygraph::ingest
