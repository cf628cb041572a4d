#pragma once
// What the terminal that we print on can show.

#include <sys/ioctl.h>
#include <unistd.h>

#include "queries/formats/table.h"

namespace treatygraph::queries {

/// Plain and as wide as it must be where stdout is no terminal.
[[nodiscard]] inline formats::TerminalStyle terminal_style() {
  if (isatty(STDOUT_FILENO) == 0) return {};
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return {true, known ? size.ws_col : 0U};
}

}  // namespace treatygraph::queries
