#pragma once
// Numbers of lists and headings as OpenDocument defines them (OpenDocument 1.3, part 3, 5.3 and 16.31).

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

struct OdtLevel {
  NumberStyle style = NumberStyle::None;
  AfterZ after_z = AfterZ::Counted;
  std::string before;
  std::string after;
  std::string format;  ///< "%1%.%2%", which newer files have in place of before and after
  std::size_t shown_levels = 1;
  long start = 1;
};

inline constexpr std::size_t kOdtLevels = 10;
using OdtListStyle = std::array<OdtLevel, kOdtLevels>;

/// Of <text:list-style> or <text:outline-style>.
[[nodiscard]] OdtListStyle read_list_style(const pugi::xml_node& node);

/// How far a list has counted.
class OdtCounts {
 public:
  /// Counts a level on and forgets the deeper ones; `start` in place of the style's.
  void next(const OdtListStyle& style, std::size_t level, std::optional<long> start);
  /// "2.1", "(a)": of the level that was counted last; empty of bullets.
  [[nodiscard]] std::string number(const OdtListStyle& style, std::size_t level) const;

 private:
  std::array<std::optional<long>, kOdtLevels> counts_;
};

}  // namespace treatygraph::ingest
