#pragma once
// Finds points that only the labels around them show: "(d)" is searched for between "(c)" and "(e)".

#include <vector>

#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {

/// `marks`, and those of `doubtful` that fill a gap. A doubtful mark fills a gap if it is the only one of its label
/// between the points before and after it, in one paragraph. Both lists are in text order, and so is the result.
[[nodiscard]] std::vector<ListMark> with_missed_marks(std::vector<ListMark> marks,
                                                      const std::vector<ListMark>& doubtful);

}  // namespace treatygraph::ingest
