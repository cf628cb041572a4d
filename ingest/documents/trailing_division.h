#pragma once
// Finds the heading of a part, chapter, section or title at the end of the words of an article. Collections that store
// one article per record often keep the heading of the next division there.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// Such a heading.
struct TrailingDivision {
  std::size_t start =
      std::string_view::npos;  ///< position in the article's words; npos if the article does not end in one
  ProvisionKind kind = ProvisionKind::Chapter;
  int number = 0;       ///< in digits or Roman numerals; 0 if it is neither
  int letter = 0;       ///< of a single letter, which may be a Roman numeral as well: "C" is 100 or 3
  std::string printed;  ///< "Chapter II"
  std::string heading;  ///< "Preventive measures"
  [[nodiscard]] bool found() const { return number > 0 || letter > 0; }
};

/// Looks at the end of `words`: "... of this Convention.Chapter IIPreventive measures". Check found() of the result.
[[nodiscard]] TrailingDivision trailing_division(std::string_view words);

}  // namespace treatygraph::ingest
