#pragma once
// Own words: the ranges of a text that belong to a provision and to none of its parts.

#include <cstddef>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Bytes [first, last) of a text.
struct WordsRange {
  std::size_t first = 0;
  std::size_t last = 0;
  bool operator==(const WordsRange&) const = default;
};

/// The contents of each provision, in structure order: the introduction of a list first, its tail last.
class OwnWords {
 public:
  explicit OwnWords(const Structure& structure);

  /// Non-empty ranges after number and heading that belong to no part.
  [[nodiscard]] const std::vector<WordsRange>& of(std::size_t provision) const { return words_[provision]; }
  /// Indexes of the provision's direct parts.
  [[nodiscard]] const std::vector<std::size_t>& parts_of(std::size_t provision) const { return parts_[provision]; }

 private:
  std::vector<std::vector<WordsRange>> words_;
  std::vector<std::vector<std::size_t>> parts_;
};

}  // namespace treatygraph::ingest
