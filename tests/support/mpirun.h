#pragma once
// mpirun, for tests of programs that run on several ranks.

#include <string>
#include <vector>

namespace treatygraph::testing {

/// Whether Open MPI's mpirun is installed.
[[nodiscard]] bool has_mpirun();

/// The command that starts `ranks` processes of what follows, also as root and on fewer cores.
[[nodiscard]] std::vector<std::string> mpirun(int ranks);

}  // namespace treatygraph::testing
