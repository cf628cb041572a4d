#pragma once
// What every program does around its work: checks the standard streams, and returns a truthful exit code.

#include <functional>
#include <string_view>

namespace treatygraph {

/// Writes to stdout; throws std::system_error on failure, which run_program() handles.
void print(std::string_view text);

/// Prints a line on stderr. Failures are ignored, because there is nowhere to report them.
void say(std::string_view line);

/// Calls `work` and returns its exit code. Returns `failed`, with one line on stderr, where `work` throws (for lack of
/// memory, say), or would return 0 although not all that it printed reached stdout: a full disk, a closed stream. A
/// reader that has left its pipe ends the program by SIGPIPE, or where that is ignored with 141, without words.
/// Call it first in main(), while there is one thread.
[[nodiscard]] int run_program(std::string_view name, int failed, const std::function<int()>& work);

}  // namespace treatygraph
