#pragma once
// Points that nothing but the labels around them shows: "(d)" is looked for between "(c)" and "(e)".

#include <vector>

#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {

/// The marks with those of `doubtful` that fill a gap: the only one of its label between the points before and after
/// it, in one paragraph. Both in text order, as is the result.
[[nodiscard]] std::vector<ListMark> with_missed_marks(std::vector<ListMark> marks,
                                                      const std::vector<ListMark>& doubtful);

}  // namespace treatygraph::ingest
