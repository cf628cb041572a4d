#include "ingest/structure/document.h"

#include <algorithm>

namespace treatygraph::ingest {

// Recognised words are sorted by their position in the file, so the words of a provision are a range.
std::optional<double> Document::recognition_confidence(const Provision& provision) const {
  const auto first = map.character_at(provision.start, text.data());
  const auto last = map.character_at(provision.end, text.data());
  const auto begin = std::ranges::lower_bound(recognised, first, {}, &RecognisedWord::character);
  double sum = 0;
  double count = 0;
  for (auto word = begin; word != recognised.end() && word->character < last; ++word) {
    sum += word->confidence;
    ++count;
  }
  if (count == 0) return std::nullopt;
  constexpr double kSure = 100;
  return sum / count / kSure;
}

}  // namespace treatygraph::ingest
