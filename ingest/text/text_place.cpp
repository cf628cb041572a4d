#include "ingest/text/text_place.h"

#include <algorithm>

#include <fmt/format.h>

namespace treatygraph::ingest {

std::string place_in(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, offset);
  const auto line = before.substr(before.find_last_of('\n') + 1);
  // Bytes that continue a character, 10xxxxxx in UTF-8, are not counted.
  const auto characters =
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return fmt::format("line {}, column {}", std::ranges::count(before, '\n') + 1, characters + 1);
}

}  // namespace treatygraph::ingest
