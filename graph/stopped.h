#pragma once
// The error of work that was cancelled through a std::stop_token.

#include "graph/result.h"

namespace treatygraph {

/// For loops that poll a stop token: `if (stop.stop_requested()) return fail_as_stopped();`
[[nodiscard, gnu::cold]] inline tl::unexpected<Error> fail_as_stopped() {
  return fail(ErrorCode::Cancelled, "loading was stopped before it ended");
}

}  // namespace treatygraph
