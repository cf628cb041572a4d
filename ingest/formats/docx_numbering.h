#pragma once
// Computes paragraph numbers as Word does (ECMA-376, part 1, 17.9): list definitions, their levels, starts and
// restarts.

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

/// The list that a paragraph or style refers to.
struct NumberingPlace {
  std::optional<int> num_id;  ///< 0 for none, overriding the style
  std::optional<int> level;
};

struct ParagraphNumber {
  std::string text;  ///< "1.", "(a)", "Article 3"; empty if the level shows none
  bool is_bullet = false;
  bool joins_words = false;  ///< nothing separates it from the words
};

class DocxNumbering {
 public:
  static constexpr std::size_t kLevels = 9;

  /// Reads <w:numbering>; an empty node has no lists.
  void read(const pugi::xml_node& numbering);
  /// Resolves lists defined by a style: `num_of_style` gives the list of a numbering style.
  void follow_styles(const std::map<std::string, NumberingPlace, std::less<>>& num_of_style);

  /// The list level linked to a paragraph style.
  [[nodiscard]] std::optional<int> level_of_style(int num_id, std::string_view style) const;

  /// The number of the next paragraph of that list and level. Advances the count.
  [[nodiscard]] ParagraphNumber next(int num_id, int level);

 private:
  struct Level {
    long start = 0;
    NumberStyle style = NumberStyle::Decimal;
    std::string text;
    std::optional<int> restarts_after;  ///< levels up to this one, counted from 1; 0 for never
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
    std::array<std::optional<Level>, kLevels> levels;  ///< that override the definition's
    std::array<std::optional<long>, kLevels> starts;   ///< initial number
    std::array<bool, kLevels> has_begun{};
  };

  static Level read_level(const pugi::xml_node& node);
  [[nodiscard]] static const Level& level_of(const List& list, const Definition& definition, std::size_t level);
  static void count(List& list, Definition& definition, std::size_t level);

  std::map<int, Definition> definitions_;
  std::map<int, List> lists_;
};

}  // namespace treatygraph::ingest
