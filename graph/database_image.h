#pragma once
// The graph's image beside treaties.db. It is made from the contents of the tables, and mapped instead of reading them.

#include <filesystem>
#include <stop_token>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/node_order.h"
#include "graph/result.h"

namespace treatygraph {

/// Builds the graph from the tables, which are completely read and verified.
[[nodiscard]] Result<Graph> graph_of_tables(const std::filesystem::path& path, const std::stop_token& stop = {});

/// Maps the image beside `path` and checks that it belongs to the tables. The error says why it cannot be used, and
/// does not name the file.
[[nodiscard]] Result<Graph> map_graph(const std::filesystem::path& path, Verify verify, const std::stop_token& stop);

/// The bytes of the image of `tables`, a file with the contents `records` and that content hash.
[[nodiscard]] Result<std::vector<char>> image_of(const std::filesystem::path& tables, const GraphRecords& records,
                                                 const NodeOrder& order, std::string_view content_hash);

}  // namespace treatygraph
