#include "graph/shown.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace treatygraph {
namespace {

/// Not a control (Cc), not a format character such as a mark of direction (Cf), not a line or paragraph separator (Zl,
/// Zp), and valid UTF-8.
bool is_harmless(UChar32 c) {
  constexpr std::uint32_t kEscaped = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return c >= 0 && (U_GET_GC_MASK(c) & kEscaped) == 0;
}

}  // namespace

std::string shown(std::string_view text, std::size_t most) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  std::string line;
  std::int64_t at = 0;
  while (at < size && line.size() < most) {
    const auto begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (is_harmless(c)) {
      line += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    } else if (c >= 0) {
      line += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    } else {
      line += fmt::format("\\x{:02x}", bytes[begin]);
    }
  }
  return at == size ? line : line + fmt::format("… ({} bytes more)", size - at);
}

}  // namespace treatygraph
