#pragma once
// ACYCLIC and SIMPLE: which nodes a path may repeat.

#include <algorithm>

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Whether the nodes of a path are as distinct as `mode` requires. Always true for trails and walks. Relationships are
/// not checked: the search never repeats them if it must not.
[[nodiscard]] inline bool fits_mode(const Path& path, PathMode mode) {
  if (mode != PathMode::Acyclic && mode != PathMode::Simple) return true;
  auto nodes = path.nodes;
  const bool may_close = mode == PathMode::Simple && nodes.size() > 1 && nodes.front() == nodes.back();
  if (may_close) nodes.pop_back();
  std::ranges::sort(nodes);
  return std::ranges::adjacent_find(nodes) == nodes.end();
}

}  // namespace treatygraph::queries::cypher
