#include "ingest/source_map.h"

#include <algorithm>

namespace treatygraph::ingest {

namespace {

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

/// In short stretches, because a character is counted from the start of its own.
SourceMap SourceMap::identity(std::string_view text) {
  constexpr std::size_t kStretch = 512;
  SourceMap map;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStretch == 0) map.add(i, characters);
    if (begins_character(text[i])) ++characters;
  }
  return map;
}

std::size_t SourceMap::character_at(std::size_t clean, const char* text) const {
  auto after = std::ranges::upper_bound(stretches_, clean, {}, &Stretch::clean);
  if (after == stretches_.begin()) return 0;
  const auto& stretch = *--after;
  return stretch.character +
         static_cast<std::size_t>(std::count_if(text + stretch.clean, text + clean, begins_character));
}

}  // namespace treatygraph::ingest
