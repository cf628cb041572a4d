#pragma once
// The heading of a part, chapter, section or title that was copied along with the previous article.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/eid.h"

namespace treatygraph::ingest {

struct TrailingDivision {
  std::size_t start = std::string_view::npos;  ///< of its words in the article's; npos: the article ends in none
  ProvisionKind kind = ProvisionKind::Chapter;
  int number = 0;
  std::string printed;  ///< "Chapter II"
  std::string heading;  ///< "Preventive measures"
  [[nodiscard]] bool found() const { return number > 0; }
};

/// Of "... of this Convention.Chapter IIPreventive measures".
[[nodiscard]] TrailingDivision trailing_division(std::string_view words);

}  // namespace treatygraph::ingest
