#pragma once
// Hops as text, for tests.

#include <string>

#include <fmt/format.h>

#include "graph/graph.h"

namespace treatygraph::testing {

/// "3:7 4:9 ": relationship and node of each hop.
inline std::string hops_text(const HopRange& hops) {
  std::string text;
  for (const auto hop : hops) text += fmt::format("{}:{} ", index_of(hop.relationship), index_of(hop.node));
  return text;
}

}  // namespace treatygraph::testing
