#pragma once
// What an exception says, for the log.

#include <string>

namespace treatygraph::server {

/// To be called in a catch block.
[[nodiscard]] std::string what_was_thrown();

}  // namespace treatygraph::server
