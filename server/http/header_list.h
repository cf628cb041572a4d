#pragma once
// Lists in headers: "text/csv;q=0.5, */*" (RFC 9110, 5.6.1 and 12.4.2).

#include <string_view>

namespace treatygraph::server {

/// Without blanks (spaces and tabs) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Removes the piece before `separator` from the front of `text` and returns it without surrounding blanks.
/// The separator goes as well. After the last piece `text` is empty. A separator in a quoted string also separates.
std::string_view next_piece(std::string_view& text, char separator);
/// The q among ";"-separated parameters: 0 to 1; 1 if there is none or it is not a number.
[[nodiscard]] double quality_of(std::string_view parameters);

}  // namespace treatygraph::server
