#pragma once
// Finds the line of each member of a JSON text.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatygraph::ingest {

/// The lines of members, for error messages.
struct JsonPlaces {
  std::map<std::string, int, std::less<>> lines;   ///< from 1, of "slug", "versions[2].date"; items of lists too
  std::vector<std::pair<std::string, int>> twice;  ///< duplicate members, with their line
};

/// If the JSON is invalid, the result covers the part before the error. Linear in the text.
[[nodiscard]] JsonPlaces places_of_json(std::string_view text);

}  // namespace treatygraph::ingest
