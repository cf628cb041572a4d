#include "ingest/classification/wider_scopes.h"

#include <algorithm>
#include <set>
#include <utility>

namespace treatygraph::ingest {
namespace {

/// Whether a larger provision, or the treaty, is among `wholes`.
bool lies_within(std::size_t whole, const std::set<std::size_t>& wholes, const Structure& structure) {
  if (whole == Reach::kWholeTreaty) return false;
  if (wholes.contains(Reach::kWholeTreaty)) return true;
  for (auto above = structure[whole].parent; above != Provision::kNoParent; above = structure[above].parent) {
    if (wholes.contains(above)) return true;
  }
  return false;
}

}  // namespace

std::vector<Reach> widest(std::vector<Reach> reaches, const Structure& structure) {
  // A reach with words is more certain than one that only follows from the place.
  std::ranges::stable_sort(reaches, {}, [](const Reach& reach) {
    return std::pair{reach.safeguard, reach.quote.last == 0};
  });
  std::vector<Reach> left;
  // All reaches of a safeguard are neighbours now.
  for (auto first = reaches.begin(); first != reaches.end();) {
    const auto last =
        std::find_if(first, reaches.end(), [&](const Reach& reach) { return reach.safeguard != first->safeguard; });
    std::set<std::size_t> wholes;
    std::set<std::size_t> taken;
    for (auto at = first; at != last; ++at) wholes.insert(at->whole);
    for (auto at = first; at != last; ++at) {
      if (!lies_within(at->whole, wholes, structure) && taken.insert(at->whole).second) left.push_back(*at);
    }
    first = last;
  }
  return left;
}

}  // namespace treatygraph::ingest
