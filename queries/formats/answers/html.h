#pragma once
// Answers as HTML pages: a single file that loads nothing, also when it is opened from a disk.

#include <string>

#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// A page with an interactive drawing, with search, filters and keyboard navigation, next to a list of the nodes and
/// relationships with quotes. `notices` are shown above it, one paragraph each.
[[nodiscard]] std::string to_html(const GraphView& view, const std::vector<std::string>& notices = {});
/// A page with a table, which needs no script.
[[nodiscard]] std::string to_html(const Table& table, std::string_view snapshot,
                                  const std::vector<std::string>& notices = {});

}  // namespace treatygraph::queries::formats
