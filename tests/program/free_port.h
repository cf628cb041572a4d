#pragma once
// A port for programs that cannot choose one themselves.

namespace treatygraph::testing {

/// Free at the time of the call.
[[nodiscard]] int free_port();

}  // namespace treatygraph::testing
