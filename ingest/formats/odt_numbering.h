#pragma once
// Computes the numbers of lists and headings as OpenDocument defines them (1.3, part 3, 5.3 and 16.31). The file
// contains the styles of the numbers, not the numbers.

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

/// How one level of a list is numbered.
struct OdtLevel {
  NumberStyle style = NumberStyle::None;
  AfterZ after_z = AfterZ::Counted;
  std::string before;            ///< "(" of "(a)"
  std::string after;             ///< ")" of "(a)"
  std::string format;            ///< "%1%.%2%", which newer files have instead of before and after
  std::size_t shown_levels = 1;  ///< 2 for "2.1": this level and the one above it
  long start = 1;
};

inline constexpr std::size_t kOdtLevels = 10;
using OdtListStyle = std::array<OdtLevel, kOdtLevels>;

/// Reads <text:list-style> or <text:outline-style>. Levels that it does not define have no numbers.
[[nodiscard]] OdtListStyle read_list_style(const pugi::xml_node& node);

/// The counts of a list, one for each level. Levels are counted from 0 here.
class OdtCounts {
 public:
  /// Advances a level and resets the deeper ones. `start`, if given, is the new count.
  void next(const OdtListStyle& style, std::size_t level, std::optional<long> start);
  /// "2.1", "(a)" for the level counted last; empty for bullets.
  [[nodiscard]] std::string number(const OdtListStyle& style, std::size_t level) const;

 private:
  std::array<std::optional<long>, kOdtLevels> counts_;
};

}  // namespace treatygraph::ingest
