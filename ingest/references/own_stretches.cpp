#include "ingest/references/own_stretches.h"

#include <algorithm>

namespace treatygraph::ingest {
namespace {

/// Where a provision's own words begin: an article's after its number, a division's after its heading.
std::size_t words_begin(const Provision& provision) {
  return is_unit(provision.kind) ? provision.heading_start : provision.body;
}

}  // namespace

/// The gaps between the parts of each provision, found from the structure alone.
std::vector<Stretch> own_stretches(const Structure& structure) {
  std::vector<std::vector<std::size_t>> parts(structure.size());
  for (std::size_t i = 0; i < structure.size(); ++i) {
    if (structure[i].parent != kNone) parts[structure[i].parent].push_back(i);
  }
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < structure.size(); ++i) {
    auto at = structure[i].body;
    if (words_begin(structure[i]) < at) stretches.push_back({i, words_begin(structure[i]), at});
    for (const auto part : parts[i]) {
      if (structure[part].start > at) stretches.push_back({i, at, structure[part].start});
      at = std::max(at, structure[part].end);
    }
    if (structure[i].end > at) stretches.push_back({i, at, structure[i].end});
  }
  std::ranges::sort(stretches, {}, &Stretch::first);
  return stretches;
}

}  // namespace treatygraph::ingest
