#pragma once
// An invented text as a document.

#include <string>
#include <utility>

#include "ingest/structure/document.h"
#include "ingest/structure/text_structure.h"

namespace treatygraph::ingest {

inline Document treaty(std::string text) {
  Document document;
  document.name = "lakes.txt";
  document.text = std::move(text);
  document.map = SourceMap::identity(document.text);
  document.structure = read_structure(document.text);
  return document;
}

}  // namespace treatygraph::ingest
