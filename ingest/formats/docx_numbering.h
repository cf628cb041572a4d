#pragma once
// Computes the numbers of paragraphs as Word does (ECMA-376, part 1, 17.9). The file does not contain the numbers: it
// says to which list and level a paragraph belongs, and how lists count.

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

/// The list and level that a paragraph or a style refers to.
struct NumberingPlace {
  std::optional<int> num_id;  ///< 0 for none, overriding the style
  std::optional<int> level;
};

/// A computed number as Word prints it.
struct ParagraphNumber {
  std::string text;  ///< "1.", "(a)", "Article 3"; empty if the level shows none
  bool is_bullet = false;
  bool joins_words = false;  ///< nothing separates it from the words
};

/// The lists of a document and their counts. A list (<w:num>) refers to a definition (<w:abstractNum>) and may override
/// its levels. Call read(), follow_styles(), and then next() for each numbered paragraph in document order.
class DocxNumbering {
 public:
  static constexpr std::size_t kLevels = 9;  ///< as Word allows

  /// Reads <w:numbering>; an empty node has no lists.
  void read(const pugi::xml_node& numbering);
  /// Resolves lists that are defined by a numbering style: `num_of_style` gives the list of each style.
  void follow_styles(const std::map<std::string, NumberingPlace, std::less<>>& num_of_style);

  /// The level of a list that is linked to a paragraph style. Nothing if the list does not exist or has no such level.
  [[nodiscard]] std::optional<int> level_of_style(int num_id, std::string_view style) const;

  /// The number of the next paragraph of that list and level. Advances the count. Empty if the list does not exist.
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
  /// The counts are here and not in List, because lists of one definition continue each other.
  struct Definition {
    Levels levels;
    std::string style_link;  ///< the numbering style that defines it; empty if it defines itself
    std::array<std::optional<long>, kLevels> counts;
  };
  struct List {
    int definition = -1;
    std::array<std::optional<Level>, kLevels> levels;  ///< that override the definition's
    std::array<std::optional<long>, kLevels> starts;   ///< initial number
    std::array<bool, kLevels> has_begun{};             ///< whether it numbered a paragraph
  };

  static Level read_level(const pugi::xml_node& node);
  [[nodiscard]] static const Level& level_of(const List& list, const Definition& definition, std::size_t level);
  static void count(List& list, Definition& definition, std::size_t level);

  std::map<int, Definition> definitions_;
  std::map<int, List> lists_;
};

}  // namespace treatygraph::ingest
