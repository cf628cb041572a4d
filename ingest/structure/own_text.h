#pragma once
// Whose words are whose: the stretches of a text that belong to one provision and to none of its parts.

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

/// What lies in each provision, in the order of the structure; what stands above a list comes first, its tail last.
class OwnWords {
 public:
  explicit OwnWords(const Structure& structure);

  /// Stretches after number and heading that are no part's; none of them is empty.
  [[nodiscard]] const std::vector<WordsRange>& of(std::size_t provision) const { return words_[provision]; }
  /// Positions of the provision's immediate parts.
  [[nodiscard]] const std::vector<std::size_t>& parts_of(std::size_t provision) const { return parts_[provision]; }

 private:
  std::vector<std::vector<WordsRange>> words_;
  std::vector<std::vector<std::size_t>> parts_;
};

}  // namespace treatygraph::ingest
