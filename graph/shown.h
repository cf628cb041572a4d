#pragma once
// Makes values from a file safe to quote in an error message.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph {

/// `text` on one line and at most about `most` bytes long: what is left out is counted, and characters that a terminal
/// or a log would act on (controls, marks of direction, line separators, bytes that are not UTF-8) are escaped.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 300);

}  // namespace treatygraph
