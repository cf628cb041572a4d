#include "ingest/structure/own_text.h"

#include <algorithm>

namespace treatygraph::ingest {

OwnWords::OwnWords(const Structure& structure) : words_(structure.size()), parts_(structure.size()) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    if (structure[i].parent != Provision::kNoParent) parts_[structure[i].parent].push_back(i);
  }
  for (std::size_t i = 0; i < structure.size(); ++i) {
    auto at = structure[i].body;
    // The gaps between the parts, which are in order.
    for (const auto part : parts_[i]) {
      if (structure[part].start > at) words_[i].push_back({at, structure[part].start});
      at = std::max(at, structure[part].end);
    }
    if (structure[i].end > at) words_[i].push_back({at, structure[i].end});
  }
}

}  // namespace treatygraph::ingest
