#pragma once
// The result of a function that can fail: a value, or an error that a person can act on. Everything that input, a
// request or the system can cause is a Result. Exceptions are for bugs, for a lack of memory, and for temporary files
// that cannot be written (spill_file.h).

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace treatygraph {

/// What kind of failure it is. Servers choose a status code by it.
enum class ErrorCode {
  NotFound,          ///< nothing has that name
  InvalidArgument,   ///< the request or the input is wrong
  DeadlineExceeded,  ///< the time limit is reached
  BudgetExceeded,    ///< the memory or size limit is reached
  Cancelled,         ///< the client has gone away
  Corrupt,           ///< stored data is damaged
  Unavailable,       ///< the system refuses something: a file, a disk, another process
};

/// A failure, as it is shown to the person who asked.
struct Error {
  ErrorCode code;
  std::string detail;  ///< one sentence for the person who asked: what was found, what was expected, what to try
};

template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, "no node uncc:art_240");` in a function that returns any Result. Cold, so that
/// error paths are laid out apart from the common path.
[[nodiscard, gnu::cold]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail) {
  return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Passes an error from one Result to another: `if (!rows) return fail(rows.error());`
[[nodiscard, gnu::cold]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace treatygraph
