#pragma once
// Numbers of paragraphs as Word computes them (ECMA-376, part 1, 17.9): definitions of lists, their levels, where they
// start and begin anew.

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

/// Which list a paragraph or style says that it belongs to.
struct NumberingPlace {
  std::optional<int> num_id;  ///< 0: of none, whatever the style says
  std::optional<int> level;
};

struct ParagraphNumber {
  std::string text;  ///< "1.", "(a)", "Article 3"; empty where the level shows none
  bool is_bullet = false;
  bool joins_words = false;  ///< nothing stands between it and the words
};

class DocxNumbering {
 public:
  static constexpr std::size_t kLevels = 9;

  /// Of <w:numbering>; an empty node has no lists.
  void read(const pugi::xml_node& numbering);
  /// Lists that are defined by a style: `num_of_style` gives the list of a numbering style.
  void follow_styles(const std::map<std::string, NumberingPlace, std::less<>>& num_of_style);

  /// The level of a list that a paragraph style is linked to.
  [[nodiscard]] std::optional<int> level_of_style(int num_id, std::string_view style) const;

  /// The number of the next paragraph of that list and level; counts.
  [[nodiscard]] ParagraphNumber next(int num_id, int level);

 private:
  struct Level {
    long start = 0;
    NumberStyle style = NumberStyle::Decimal;
    std::string text;
    std::optional<int> restarts_after;  ///< levels up to this one, counted from 1; 0: never
    bool is_legal = false;              ///< all numbers in digits
    bool joins_words = false;
    std::string paragraph_style;
  };
  using Levels = std::array<Level, kLevels>;
  struct Definition {
    Levels levels;
    std::string style_link;  ///< of the numbering style that defines it
    std::array<std::optional<long>, kLevels> counts;
  };
  struct List {
    int definition = -1;
    std::array<std::optional<Level>, kLevels> levels;  ///< that take the place of the definition's
    std::array<std::optional<long>, kLevels> starts;   ///< from which it counts when it begins
    std::array<bool, kLevels> has_begun{};
  };

  static Level read_level(const pugi::xml_node& node);
  [[nodiscard]] const Level& level_of(const List& list, const Definition& definition, std::size_t level) const;
  void count(List& list, Definition& definition, std::size_t level);

  std::map<int, Definition> definitions_;
  std::map<int, List> lists_;
};

}  // namespace treatygraph::ingest
