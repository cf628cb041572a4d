#pragma once
// The own words of a provision: the ranges of the text that belong to it and to none of its parts.

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

/// The own words and the parts of every provision of a structure. For an article with a list, the introduction of the
/// list is the first range and its tail the last. Computed once, linear in the structure; does not keep the structure.
class OwnWords {
 public:
  explicit OwnWords(const Structure& structure);

  /// The non-empty ranges after number and heading that belong to no part, in order.
  [[nodiscard]] const std::vector<WordsRange>& of(std::size_t provision) const { return words_[provision]; }
  /// Indexes of the provision's direct parts.
  [[nodiscard]] const std::vector<std::size_t>& parts_of(std::size_t provision) const { return parts_[provision]; }

 private:
  std::vector<std::vector<WordsRange>> words_;
  std::vector<std::vector<std::size_t>> parts_;
};

}  // namespace treatygraph::ingest
