#pragma once
// Finds the line of each member of a JSON text.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatygraph::ingest {

struct JsonPlaces {
  std::map<std::string, int, std::less<>> lines;   ///< from 1, of "slug", "versions[2].date"; items of lists too
  std::vector<std::pair<std::string, int>> twice;  ///< duplicate members, with their line
};

/// For valid JSON; for invalid JSON, as far as it is valid.
[[nodiscard]] JsonPlaces places_of_json(std::string_view text);

}  // namespace treatygraph::ingest
