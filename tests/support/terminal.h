#pragma once
// Runs programs on a terminal.

#include <string>
#include <vector>

namespace treatygraph::testing {

/// Runs a program to its end on a terminal of that many columns; returns everything shown, stdout and stderr together.
[[nodiscard]] std::string run_on_terminal(const std::vector<std::string>& command, unsigned short columns);

}  // namespace treatygraph::testing
