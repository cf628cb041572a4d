// The links are not in Debian's compiled zones, so they are derived from two tables of the database. zone.tab has one
// country for each zone. zone1970.tab leaves out zones that agree with another one since 1970, and gives the remaining
// zones the countries of those.

#include "queries/cypher/values/zone_links.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

namespace treatygraph::queries::cypher {
namespace {

/// A line of zone.tab or zone1970.tab: "DE,DK,NO,SE,SJ<tab>+5230+01322<tab>Europe/Berlin".
struct ZoneLine {
  std::vector<std::string> countries;
  std::string name;
};

std::vector<ZoneLine> lines_of(const char* path) {
  std::vector<ZoneLine> lines;
  std::ifstream file(path);
  for (std::string text; std::getline(file, text);) {
    if (text.starts_with('#')) continue;
    std::istringstream columns(text);
    std::string countries;
    std::string place;
    ZoneLine line;
    if (!(columns >> countries >> place >> line.name)) continue;
    std::istringstream codes(countries);
    for (std::string code; std::getline(codes, code, ',');) line.countries.push_back(code);
    lines.push_back(std::move(line));
  }
  return lines;
}

/// A zone of zone.tab is a link if zone1970.tab has exactly one zone for its country, and that is another zone. The
/// tables are read once; without them there are no links.
std::map<std::string, std::string, std::less<>> read_links() {
  const auto since_1970 = lines_of("/usr/share/zoneinfo/zone1970.tab");
  std::map<std::string, std::string, std::less<>> links;
  for (const auto& zone : lines_of("/usr/share/zoneinfo/zone.tab")) {
    std::vector<std::string> others;
    for (const auto& other : since_1970) {
      if (std::ranges::find(other.countries, zone.countries.front()) != other.countries.end())
        others.push_back(other.name);
    }
    if (others.size() == 1 && others.front() != zone.name) links.emplace(zone.name, others.front());
  }
  return links;
}

}  // namespace

std::string linked_zone(std::string_view name) {
  static const auto links = read_links();
  const auto found = links.find(name);
  return found == links.end() ? std::string(name) : found->second;
}

}  // namespace treatygraph::queries::cypher
