#pragma once
// Programs as they behave on a terminal.

#include <string>
#include <vector>

namespace treatygraph::testing {

/// Runs to the end on a terminal of so many columns; all that it shows, stdout and stderr as one.
[[nodiscard]] std::string run_on_terminal(const std::vector<std::string>& command, unsigned short columns);

}  // namespace treatygraph::testing
