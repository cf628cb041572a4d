#pragma once
// The error of work that was cancelled through a std::stop_token.

#include "graph/result.h"

namespace treatygraph {

[[nodiscard, gnu::cold]] inline tl::unexpected<Error> fail_as_stopped() {
  return fail(ErrorCode::Cancelled, "loading was stopped before it ended");
}

}  // namespace treatygraph
