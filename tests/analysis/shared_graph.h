#pragma once
// A generated graph that all ranks of a machine map from one file.

#include <string>

#include <boost/mpi/communicator.hpp>

#include "graph/graph.h"
#include "tests/bench/treaty_shape.h"

namespace treatygraph::bench {

/// "S", "M" or "L".
[[nodiscard]] Size size_called(const std::string& name);

/// The first rank writes the image of treaty_shaped(size) to `path` if it is not there; then all ranks map it.
[[nodiscard]] Graph shared_graph(Size size, const std::string& path, const boost::mpi::communicator& world);

}  // namespace treatygraph::bench
