#pragma once
// Words recognized in an image, with their confidence.

#include <cstddef>

namespace treatygraph::ingest {

/// One word of a scanned page, as the recognition of characters (OCR) reported it.
struct RecognisedWord {
  std::size_t character = 0;  ///< start, in characters of the document's own text
  int confidence = 0;         ///< 0 to 100
};

}  // namespace treatygraph::ingest
