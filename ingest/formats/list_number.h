#pragma once
// List numbers as written by word processors and browsers.

#include <cstdint>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

enum class NumberStyle : std::uint8_t {
  None,
  Decimal,
  DecimalZero,  ///< "01"
  LowerLetter,
  UpperLetter,
  LowerRoman,
  UpperRoman,
  Ordinal,       ///< "1st"
  CardinalText,  ///< "One"
  OrdinalText,   ///< "First"
  Bullet
};

/// How letters continue after z: aa, bb, cc as in Word, or aa, ab, ac as in HTML and OpenDocument.
enum class AfterZ : std::uint8_t { Doubled, Counted };

/// "4", "d", "iv"; empty for None and Bullet, and digits if the style has no such number.
[[nodiscard]] std::string list_number(long value, NumberStyle style, AfterZ after_z = AfterZ::Counted);

}  // namespace treatygraph::ingest
