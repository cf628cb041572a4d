#pragma once
// A treaty as it was read from a file, whatever its format: what every reader makes and every later stage takes.

#include <optional>
#include <string>
#include <vector>

#include "graph/property.h"
#include "ingest/structure/component_list.h"
#include "ingest/structure/leftover.h"
#include "ingest/structure/structure.h"
#include "ingest/text/recognised_word.h"
#include "ingest/text/source_map.h"

namespace treatygraph::ingest {

struct Document {
  /// The instruments that the structure is of, the treaty first.
  std::vector<Component> components;

  std::string name;    ///< the file's name without its folder
  std::string sha256;  ///< of the file's bytes, 64 hexadecimal digits; empty where it was not read from a file
  std::string format;  ///< "text", "pdf", "html", "markdown", "docx", "odt", "formex", "akn", "tota", ...
  std::string title;   ///< as printed in the document, empty where none was found
  std::string text;    ///< UTF-8 with "\n" line ends, without page numbers, running headers and footnotes
  SourceMap map;       ///< from bytes of `text` to characters of the file's own text
  Structure structure;
  std::string language = "en";             ///< ISO 639; references and facts are read in English alone
  std::vector<Leftover> leftovers;         ///< what stands in no provision, largest first
  std::size_t characters = 0;              ///< of the document's words, without white space
  std::size_t characters_read = 0;         ///< of these, in provisions or in the block of the title
  Properties properties;                   ///< of the Treaty node: dates, language, parties, as the format gives them
  std::vector<RecognisedWord> recognised;  ///< where words were recognised in pictures, in order
  std::vector<std::string> notices;        ///< for a person: what reading converted or left out, one sentence each
  double structure_seconds = 0;            ///< what finding the structure took, of all the reading

  /// From 0 to 1, the mean of the words that a provision holds; nothing where none of them was recognised in a picture.
  [[nodiscard]] std::optional<double> recognition_confidence(const Provision& provision) const;
};

}  // namespace treatygraph::ingest
