#pragma once
// Finds annexes whose headings are printed inside the words of an article, without markup.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// The heading of such an annex. Its words extend to the next annex or to the end.
struct PrintedAnnex {
  std::size_t start = 0;  ///< bytes of the words; where "Annex" begins
  std::size_t body = 0;   ///< after its heading
  std::string printed;    ///< "Annex 702.1"
  std::string heading;    ///< on the line of the number or below it; may be empty
};

/// The annexes in `words`, in order. A list that only names annexes contains no annex, because no sentences follow the
/// names.
[[nodiscard]] std::vector<PrintedAnnex> printed_annexes(std::string_view words);

}  // namespace treatygraph::ingest
