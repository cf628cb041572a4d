#pragma once
// Words that were recognised in a picture, and how sure who recognised them was.

#include <cstddef>

namespace treatygraph::ingest {

struct RecognisedWord {
  std::size_t character = 0;  ///< where it begins, in characters of the document's own text
  int confidence = 0;         ///< 0 to 100
};

}  // namespace treatygraph::ingest
