#include "tests/server/exchanges.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <sstream>

#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::server {

std::vector<Exchange> exchanges_in(const std::string& file) {
  std::vector<Exchange> exchanges;
  std::istringstream lines(
      testing::bytes_of(std::filesystem::path(testing::kSourceFolder) / "tests/server/data" / file));
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      in_block = false;
    } else if (!in_block) {
      const auto space = line.find(' ');
      exchanges.push_back({line.substr(0, space), line.substr(space + 1), {}, {}, 0, {}});
      in_block = true;
    } else if (line.starts_with("> ")) {
      const auto colon = line.find(": ");
      exchanges.back().headers.emplace_back(line.substr(2, colon - 2), line.substr(colon + 2));
    } else if (line.starts_with("| ")) {
      exchanges.back().body += line.substr(2) + "\n";
    } else if (exchanges.back().status == 0) {
      exchanges.back().status = std::stoi(line);
    } else {
      exchanges.back().expectations.push_back(line);
    }
  }
  return exchanges;
}

std::string header(const Response& response, const std::string& name) {
  if (name == "content-type") return response.content_type;
  for (const auto& [given, value] : response.headers) {
    const bool same = std::ranges::equal(given, name, [](char a, char b) { return std::tolower(a) == b; });
    if (same) return value;
  }
  return "no such header";
}

}  // namespace treatygraph::server
