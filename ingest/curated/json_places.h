#pragma once
// On which line of a JSON text each of its members stands.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatygraph::ingest {

struct JsonPlaces {
  std::map<std::string, int, std::less<>> lines;   ///< from 1, of "slug", "versions[2].date"; items of lists too
  std::vector<std::pair<std::string, int>> twice;  ///< members that their object has already, with their line
};

/// Of a text that is valid JSON; of another, as far as it is.
[[nodiscard]] JsonPlaces places_of_json(std::string_view text);

}  // namespace treatygraph::ingest
