#pragma once
// Lists that a sentence announces: "The following articles of the Act apply:" and what stands behind the colon.

#include <cstddef>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct AnnouncedList {
  std::size_t announced = 0;  ///< byte of "the following articles"
  std::size_t first = 0;      ///< behind the colon
  std::size_t last = 0;       ///< where the sentence ends that lists, or the stretch
};

/// Those of text[first, last), in order.
[[nodiscard]] std::vector<AnnouncedList> announced_lists(std::string_view text, std::size_t first, std::size_t last);

}  // namespace treatygraph::ingest
