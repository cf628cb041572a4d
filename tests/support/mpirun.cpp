#include "tests/support/mpirun.h"

#include "tests/support/process.h"

namespace treatygraph::testing {

bool has_mpirun() {
  static const bool has = run({"sh", "-c", "command -v mpirun"}).exit_code == 0;
  return has;
}

std::vector<std::string> mpirun(int ranks) {
  // Ranks on one machine need no network; Open MPI does not free all that it allocates, which is no finding of ours.
  return {"env",
          "ASAN_OPTIONS=detect_leaks=0",
          "mpirun",
          "--allow-run-as-root",
          "--oversubscribe",
          "--mca",
          "btl",
          "self,vader",
          "-n",
          std::to_string(ranks)};
}

}  // namespace treatygraph::testing
