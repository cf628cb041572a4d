#pragma once
// Numbers as treaties print them, beside those of graph/numerals.h. All functions return nothing for text that is not
// such a number as a whole.

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// English only: "ONE" or "First" is 1, "TWENTY ONE" and "twenty-first" are 21; up to 99.
[[nodiscard]] std::optional<int> word_value(std::string_view text);
/// "十二" is 12; "二百八十七" or, digit by digit, "二八七" is 287. At most 9,999; nothing for zero.
[[nodiscard]] std::optional<int> chinese_value(std::string_view text);
/// A decimal integer without anything around it, as in XML attributes and table cells; may be negative: "-1".
[[nodiscard]] std::optional<int> integer_of(std::string_view text);

}  // namespace treatygraph::ingest
