#pragma once
// What the terminal can show.

#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include "queries/formats/text/table.h"

namespace treatygraph::queries {

/// Plain and without a width limit if stdout is not a terminal; without colour if NO_COLOR is set
/// (https://no-color.org) or the terminal is dumb.
[[nodiscard]] inline formats::TerminalStyle terminal_style() {
  if (isatty(STDOUT_FILENO) == 0) return {};
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string_view(value == nullptr ? "" : value);
  };
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return {variable("NO_COLOR").empty() && variable("TERM") != "dumb", known ? size.ws_col : 0U};
}

}  // namespace treatygraph::queries
