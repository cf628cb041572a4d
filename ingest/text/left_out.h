#pragma once
// Notices about parts of a document that are left out on purpose.

#include <string>
#include <string_view>
#include <vector>

#include "graph/counted.h"

namespace treatygraph::ingest {

/// Adds the notice "left out: 2 footnotes", unless `count` is 0. `noun` is in the singular.
inline void note_left_out(std::size_t count, std::string_view noun, std::vector<std::string>& notices) {
  if (count > 0) notices.push_back("left out: " + counted(count, noun));
}

}  // namespace treatygraph::ingest
