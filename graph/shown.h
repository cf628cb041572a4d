#pragma once
// Makes text from a file or a request safe to quote in an error message.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph {

/// `text` on one line and at most about `most` bytes long; the message says how many bytes were left out. Characters
/// that a terminal or a log would act on (controls, marks of direction, line separators, bytes that are not UTF-8) are
/// escaped.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 300);

}  // namespace treatygraph
