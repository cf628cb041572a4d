#pragma once
// Numbers with their nouns, in messages.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph {

/// "1 page", "3 pages". The plural of the noun must be the noun with an s.
[[nodiscard]] inline std::string counted(std::size_t number, std::string_view noun) {
  return std::to_string(number).append(" ").append(noun).append(number == 1 ? "" : "s");
}

}  // namespace treatygraph
