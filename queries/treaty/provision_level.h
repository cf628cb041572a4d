#pragma once
// The level of detail at which provisions are compared: an article represents all its paragraphs and points.

#include <cstdint>
#include <span>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The levels, coarsest first. AsWritten: every node represents itself.
enum class Level : std::uint8_t { Article, Paragraph, Point, AsWritten };

/// "article", "paragraph", "point", "as_written"; the error lists them.
[[nodiscard]] Result<Level> level_of(std::string_view name);
[[nodiscard]] std::string_view name_of(Level level);

/// Whether a node is on the level of articles: an article, a rule, a standard ...
[[nodiscard]] bool is_of_article_level(const Graph& graph, NodeId node);

/// For each node (by NodeId), the node that represents it at `level`: itself or the nearest ancestor of that level or
/// coarser. A node outside of articles represents itself. Computed once per graph and kept with it.
[[nodiscard]] std::span<const std::uint32_t> lifted_nodes(const Graph& graph, Level level);

}  // namespace treatygraph::queries
