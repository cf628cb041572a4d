#include "ingest/structure/leftover.h"

#include <array>

namespace treatygraph::ingest {

std::string_view name_of(LeftoverReason reason) {
  // In the order of the enumeration.
  constexpr std::array<std::string_view, 8> kNames = {"contents",         "running head",  "page number",
                                                      "footnote",         "testimonium",   "table",
                                                      "another language", "not understood"};
  return kNames[static_cast<std::size_t>(reason)];
}

bool is_of_text(const Leftover& leftover) {
  // The reasons that concern pages and contents come first in the enumeration.
  return leftover.reason >= LeftoverReason::Testimonium;
}

}  // namespace treatygraph::ingest
