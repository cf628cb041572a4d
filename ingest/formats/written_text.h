#pragma once
// A file of any format, written as plain text with an equivalent layout: each block on lines of its own, empty lines
// between blocks, "1." and "(a)" before what they number.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

/// Where the words of one of the file's paragraphs begin.
struct WrittenParagraph {
  std::size_t byte = 0;    ///< of the text
  std::size_t number = 0;  ///< number of the paragraph in the file, from one, counting table cells and empty ones
};

/// The result of a reader of a format, and the input of document_of_text() with Lines::OfMarks.
struct WrittenText {
  std::string format;  ///< "html", "docx", "odt", "markdown"
  std::string title;   ///< if the file's markup gives it; otherwise empty
  std::string text;
  SourceMap map;                             ///< from bytes of `text` to characters of the file's own text; see has_map
  bool has_map = false;                      ///< false if the file has no text of its own, such as a ZIP archive
  std::vector<WrittenParagraph> paragraphs;  ///< in order, if the file has no lines of its own; otherwise empty
  std::vector<std::string> notices;          ///< for users: what was left out or converted, one sentence each
};

}  // namespace treatygraph::ingest
