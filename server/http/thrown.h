#pragma once
// The message of the current exception, for the log. Exceptions are rethrown once to learn their type.

#include <string>

namespace treatygraph::server {

/// Must be called in a catch block.
[[nodiscard]] std::string what_was_thrown();

}  // namespace treatygraph::server
