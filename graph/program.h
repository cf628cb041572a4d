#pragma once
// What every program does around its work: checks the standard streams, and returns a truthful exit code.

#include <functional>
#include <string_view>

namespace treatygraph {

/// Writes to stdout; throws std::system_error on failure, which run_program() handles.
void print(std::string_view text);

/// Prints a line on stderr. Failures are ignored, because there is nowhere to report them.
void say(std::string_view line);

/// Calls `work` and returns its exit code. Returns `failed`, with one line on stderr, if `work` throws (for example for
/// lack of memory), or if it would return 0 although not everything that it printed reached stdout (a full disk, a
/// closed stream). If the reader of a pipe is gone, the program ends by SIGPIPE; if SIGPIPE is ignored, it returns 141
/// without a message. Call it first in main(), while there is one thread.
[[nodiscard]] int run_program(std::string_view name, int failed, const std::function<int()>& work);

}  // namespace treatygraph
