#pragma once
// The numbers that word processors and browsers write before items of lists.

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

/// How letters go on behind z: aa, bb, cc as in Word, or aa, ab, ac as in HTML and OpenDocument.
enum class AfterZ : std::uint8_t { Doubled, Counted };

/// "4", "d", "iv"; empty of None and Bullet, and digits where a style has no such number.
[[nodiscard]] std::string list_number(long value, NumberStyle style, AfterZ after_z = AfterZ::Counted);

}  // namespace treatygraph::ingest
