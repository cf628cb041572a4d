#pragma once
// Generated graphs of the shape of treaty corpora, for benchmarks.

#include <cstdint>
#include <vector>

#include "graph/records.h"

namespace treatygraph::bench {

/// S: 9 treaties, about 4,300 nodes and 22,000 relationships. M: 1,000 treaties, about 525,000 and 2,800,000. L: ten
/// times M.
enum class Size : std::uint8_t { S, M, L };

/// Treaties of chapters, articles, paragraphs and points. Articles have 3 to 8 references, paragraphs and points 1.2 on
/// average; 45 % go to three hub articles of their treaty, 40 % to neighbours, 2 % to older treaties. 195 States sign
/// and ratify; four statements per article address five to sixteen articles each. Deterministic.
[[nodiscard]] GraphRecords treaty_shaped(Size size);
/// The same with powers, safeguards and correspondences: in each treaty every fourth article grants a power, every
/// sixth provides a safeguard that conditions a chapter or a power, and the articles of each treaty correspond by
/// number to those of the one before.
[[nodiscard]] GraphRecords treaty_shaped_with_powers(Size size);

}  // namespace treatygraph::bench
