#pragma once
// Small random graphs of the model's shape, for comparing code with oracles.

#include <cstdint>
#include <random>

#include "graph/records.h"

namespace treatygraph::testing {

/// The same seed gives the same records on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  /// In [0, end); 0 if end is 0.
  std::size_t below(std::size_t end) { return end == 0 ? 0 : engine_() % end; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <typename Range>
  const auto& one_of(const Range& range) {
    return range[below(range.size())];
  }

 private:
  std::mt19937_64 engine_;
};

/// Two or three treaties with a chapter, articles, paragraphs and points; references with modes, bases and quotes
/// (including self loops and duplicates); safeguards, offences, powers, terms; States and statements with dates;
/// correspondences.
[[nodiscard]] GraphRecords random_records(std::uint64_t seed);

}  // namespace treatygraph::testing
