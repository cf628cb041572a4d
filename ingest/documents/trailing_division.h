#pragma once
// Finds the heading of a part, chapter, section or title that was copied along with the article before it.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/eid.h"

namespace treatygraph::ingest {

struct TrailingDivision {
  std::size_t start =
      std::string_view::npos;  ///< position in the article's words; npos if the article does not end in one
  ProvisionKind kind = ProvisionKind::Chapter;
  int number = 0;
  std::string printed;  ///< "Chapter II"
  std::string heading;  ///< "Preventive measures"
  [[nodiscard]] bool found() const { return number > 0; }
};

/// As in "... of this Convention.Chapter IIPreventive measures".
[[nodiscard]] TrailingDivision trailing_division(std::string_view words);

}  // namespace treatygraph::ingest
