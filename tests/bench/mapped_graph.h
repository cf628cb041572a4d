#pragma once
// Generated graphs as a server has them: in a mapped file.

#include "graph/graph.h"
#include "tests/bench/treaty_shape.h"

namespace treatygraph::bench {

/// The graph of that size, written to a temporary file and mapped. Ends the program if that fails.
[[nodiscard]] Graph mapped_graph(Size size);

}  // namespace treatygraph::bench
