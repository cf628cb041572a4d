#pragma once
// The graph's image beside treaties.db: made from the tables, mapped in their stead.

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/held_vfs.h"
#include "graph/result.h"

namespace treatygraph {

/// A graph that was derived from the tables, and what its image says of them beside.
struct DerivedGraph {
  Graph graph;
  std::shared_ptr<const sqlite::HeldVfs> vfs;
  std::vector<bool> has_text;  ///< by node
};

/// The slow way: the tables are read and verified whole.
[[nodiscard]] Result<DerivedGraph> derive_graph(const std::filesystem::path& path, const std::stop_token& stop = {});

/// The quick way: the image beside `path`. The error says, without a name, why it cannot be used.
[[nodiscard]] Result<Graph> map_graph(const std::filesystem::path& path, Verify verify, const std::stop_token& stop);

/// What is written beside the file that `derived` was read from.
[[nodiscard]] std::vector<char> image_of(const DerivedGraph& derived);

}  // namespace treatygraph
