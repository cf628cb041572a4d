#pragma once
// Numbers of list items as word processors and browsers write them.

#include <cstdint>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// The styles of numbers in DOCX, ODT and HTML that are supported.
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

/// The number `value` in a style: "4", "d", "iv". Empty for None and Bullet. Digits if the style has no such number,
/// such as a Roman zero.
[[nodiscard]] std::string list_number(long value, NumberStyle style, AfterZ after_z = AfterZ::Counted);

}  // namespace treatygraph::ingest
