#pragma once
// Computes numbers of lists and headings as defined by OpenDocument (1.3, part 3, 5.3 and 16.31).

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
  std::string format;  ///< "%1%.%2%", which newer files have instead of before and after
  std::size_t shown_levels = 1;
  long start = 1;
};

inline constexpr std::size_t kOdtLevels = 10;
using OdtListStyle = std::array<OdtLevel, kOdtLevels>;

/// Reads <text:list-style> or <text:outline-style>.
[[nodiscard]] OdtListStyle read_list_style(const pugi::xml_node& node);

/// The counts of a list.
class OdtCounts {
 public:
  /// Advances a level and resets the deeper ones; `start` overrides the style's.
  void next(const OdtListStyle& style, std::size_t level, std::optional<long> start);
  /// "2.1", "(a)" for the level counted last; empty for bullets.
  [[nodiscard]] std::string number(const OdtListStyle& style, std::size_t level) const;

 private:
  std::array<std::optional<long>, kOdtLevels> counts_;
};

}  // namespace treatygraph::ingest
