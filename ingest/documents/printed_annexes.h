#pragma once
// Annexes printed inside the words of an article without marked headings.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct PrintedAnnex {
  std::size_t start = 0;  ///< bytes of the words
  std::size_t body = 0;   ///< after its heading
  std::string printed;    ///< "Annex 702.1"
  std::string heading;
};

/// In order. A list that only names annexes has none.
[[nodiscard]] std::vector<PrintedAnnex> printed_annexes(std::string_view words);

}  // namespace treatygraph::ingest
