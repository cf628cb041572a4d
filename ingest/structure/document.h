#pragma once
// A treaty read from a file of any format: the output of every reader and the input of every later stage.

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

/// A treaty as text and provisions. Offsets in `structure` and `components` are bytes of `text`.
struct Document {
  /// The instruments in the structure, the treaty first.
  std::vector<Component> components;

  std::string name;    ///< the file's name without its folder
  std::string sha256;  ///< SHA-256 of the file's bytes, 64 hexadecimal digits; empty if not read from a file
  std::string format;  ///< "text", "pdf", "html", "markdown", "docx", "odt", "formex", "akn", "tota", ...
  std::string title;   ///< as printed in the document; empty if none was found
  std::string text;    ///< UTF-8 with "\n" line ends, without page numbers, running headers and footnotes
  SourceMap map;       ///< maps bytes of `text` to characters of the file's own text
  Structure structure;
  std::string language = "en";      ///< ISO 639; references and facts are only read in English
  std::vector<Leftover> leftovers;  ///< text outside of provisions, largest first
  std::size_t characters = 0;       ///< number of characters, without white space
  std::size_t characters_read = 0;  ///< of these, characters in provisions or in the title block
  Properties properties;          ///< properties of the Treaty node: dates, language, parties, if the format gives them
  std::vector<std::string> gaps;  ///< in the numbering of its provisions, one sentence each
  std::vector<RecognisedWord> recognised;  ///< words recognized in images, in order
  std::vector<std::string> notices;        ///< messages about what was converted or left out, one sentence each
  double structure_seconds = 0;            ///< time spent on the structure

  /// The mean confidence, from 0 to 1, of a provision's words; nothing if none was recognized in an image.
  [[nodiscard]] std::optional<double> recognition_confidence(const Provision& provision) const;
};

}  // namespace treatygraph::ingest
