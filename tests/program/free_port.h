#pragma once
// A port for programs that cannot pick one and say which.

namespace treatygraph::testing {

/// Free when it was asked for.
[[nodiscard]] int free_port();

}  // namespace treatygraph::testing
