#include "ingest/source_map.h"

#include <algorithm>

namespace treatygraph::ingest {

std::size_t SourceMap::character_at(std::size_t clean, const char* text) const {
  auto after = std::ranges::upper_bound(stretches_, clean, {}, &Stretch::clean);
  if (after == stretches_.begin()) return 0;
  const auto& stretch = *--after;
  const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return stretch.character +
         static_cast<std::size_t>(std::count_if(text + stretch.clean, text + clean, begins_character));
}

}  // namespace treatygraph::ingest
