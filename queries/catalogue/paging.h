#pragma once
// What an answer says of its page, whichever question it answers.

#include <string_view>

namespace treatygraph::queries {

struct Answer;

/// The cursor of the next page; empty on the last, and of answers without pages.
[[nodiscard]] std::string_view next_cursor_of(const Answer& answer);
/// Why the answer is not whole; empty while it is.
[[nodiscard]] std::string_view why_cut(const Answer& answer);

}  // namespace treatygraph::queries
