#pragma once
// A treaty as it was read from a file, whatever its format: what every reader makes and every later stage takes.

#include <string>
#include <vector>

#include "graph/property.h"
#include "ingest/structure/component_list.h"
#include "ingest/structure/structure.h"
#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

struct Document {
  /// The instruments that the structure is of, the treaty first.
  std::vector<Component> components;

  std::string name;    ///< the file's name without its folder
  std::string sha256;  ///< of the file's bytes, 64 hexadecimal digits; empty where it was not read from a file
  std::string format;  ///< "text", "pdf", "akn", "tota", "treaty-json"
  std::string title;   ///< as printed in the document, empty where none was found
  std::string text;    ///< UTF-8 with "\n" line ends, without page numbers, running headers and footnotes
  SourceMap map;       ///< from bytes of `text` to characters of the file's own text
  Structure structure;
  Properties properties;         ///< of the Treaty node: dates, language, parties, as the format gives them
  double structure_seconds = 0;  ///< what finding the structure took, of all the reading
};

}  // namespace treatygraph::ingest
