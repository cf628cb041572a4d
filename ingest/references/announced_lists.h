#pragma once
// Lists that a sentence announces: "The following articles of the Act apply:" and the text after the colon. Citations
// in such a list belong to the instrument of the announcement.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/references/reference_phrases.h"

namespace treatygraph::ingest {

/// One announcement, in bytes of the whole text.
struct AnnouncedList {
  std::size_t announced = 0;  ///< byte of "the following articles"
  std::size_t first = 0;      ///< after the colon
  std::size_t last = 0;       ///< end of the listing sentence, or of the piece of text
};

/// The announced lists in text[first, last), in order.
[[nodiscard]] std::vector<AnnouncedList> announced_lists(std::string_view text, std::size_t first, std::size_t last,
                                                         const ReferencePhrases& phrases);

}  // namespace treatygraph::ingest
