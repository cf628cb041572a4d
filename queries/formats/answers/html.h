#pragma once
// Answers as pages for people: one file, nothing loaded from elsewhere, also when opened from a disk.

#include <string>

#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// A drawing that can be searched, filtered and walked by keyboard, with a list of its nodes and relationships and
/// their quotes beside it.
/// `notices` stand above it, each as a paragraph.
[[nodiscard]] std::string to_html(const GraphView& view, const std::vector<std::string>& notices = {});
/// A table.
[[nodiscard]] std::string to_html(const Table& table, std::string_view snapshot,
                                  const std::vector<std::string>& notices = {});

}  // namespace treatygraph::queries::formats
