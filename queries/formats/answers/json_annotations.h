#pragma once
// The margin of a provision as JSON and as rows.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/json_text.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

void annotations_members(JsonText& json, const Graph& graph, const Annotations& answer);

/// One row per entry of each group.
[[nodiscard]] Table annotations_table(const Graph& graph, const Annotations& answer);

}  // namespace treatygraph::queries::formats
