// Implements the rules of ECMA-376, part 1, 17.9, as far as they concern the words of numbers. A paragraph refers to a
// list (<w:num>), which refers to a definition (<w:abstractNum>) with nine levels. Lists with the same definition are
// one sequence in Word, which is why the counts belong to the definition.

#include "ingest/formats/docx_numbering.h"

#include <algorithm>

#include "ingest/formats/xml_tree.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

/// The attribute w:val of a child element.
std::string_view value_of(const pugi::xml_node& node, std::string_view child) {
  return attribute_named(child_named(node, child), "val");
}

/// The style by its name in the file (ST_NumberFormat). Unknown styles are shown in digits.
NumberStyle style_named(std::string_view name) {
  if (name == "none") return NumberStyle::None;
  if (name == "bullet") return NumberStyle::Bullet;
  if (name == "decimalZero") return NumberStyle::DecimalZero;
  if (name == "lowerLetter") return NumberStyle::LowerLetter;
  if (name == "upperLetter") return NumberStyle::UpperLetter;
  if (name == "lowerRoman") return NumberStyle::LowerRoman;
  if (name == "upperRoman") return NumberStyle::UpperRoman;
  if (name == "ordinal") return NumberStyle::Ordinal;
  if (name == "cardinalText") return NumberStyle::CardinalText;
  if (name == "ordinalText") return NumberStyle::OrdinalText;
  return NumberStyle::Decimal;
}

/// The attribute w:ilvl, if it is a level that exists.
std::optional<std::size_t> level_number(const pugi::xml_node& node) {
  const auto level = integer_of(attribute_named(node, "ilvl"));
  if (!level || *level < 0 || static_cast<std::size_t>(*level) >= DocxNumbering::kLevels) return std::nullopt;
  return static_cast<std::size_t>(*level);
}

}  // namespace

DocxNumbering::Level DocxNumbering::read_level(const pugi::xml_node& node) {
  Level level;
  level.start = integer_of(value_of(node, "start")).value_or(0);
  auto format = child_named(node, "numFmt");
  if (!format) {  // newer formats come with a fallback
    const auto choice = child_named(node, "AlternateContent");
    format = child_named(child_named(choice, "Fallback"), "numFmt");
  }
  level.style = style_named(attribute_named(format, "val"));
  level.text = value_of(node, "lvlText");
  // Absent: restarts after any higher level. 0: never restarts.
  level.restarts_after = integer_of(value_of(node, "lvlRestart"));
  const auto legal = child_named(node, "isLgl");
  // <w:isLgl/> shows all levels in digits: "1.2" although level 1 is Roman.
  level.is_legal = legal && attribute_named(legal, "val") != "0" && attribute_named(legal, "val") != "false";
  level.joins_words = value_of(node, "suff") == "nothing";
  level.paragraph_style = value_of(node, "pStyle");
  return level;
}

void DocxNumbering::read(const pugi::xml_node& numbering) {
  for (const auto& node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      const auto id = integer_of(attribute_named(node, "abstractNumId"));
      if (!id) continue;
      auto& definition = definitions_[*id];
      definition.style_link = value_of(node, "numStyleLink");
      for (const auto& child : node.children()) {
        if (local_name(child) != "lvl") continue;
        if (const auto level = level_number(child)) definition.levels.at(*level) = read_level(child);
      }
    } else if (local_name(node) == "num") {
      const auto id = integer_of(attribute_named(node, "numId"));
      if (!id) continue;
      auto& list = lists_[*id];
      list.definition = integer_of(value_of(node, "abstractNumId")).value_or(-1);
      for (const auto& child : node.children()) {
        const auto level = local_name(child) == "lvlOverride" ? level_number(child) : std::nullopt;
        if (!level) continue;
        if (const auto own = child_named(child, "lvl")) list.levels.at(*level) = read_level(own);
        if (const auto start = integer_of(value_of(child, "startOverride"))) list.starts.at(*level) = *start;
      }
    }
  }
}

/// Only one step is followed: a numbering style refers to a list whose definition has the levels.
void DocxNumbering::follow_styles(const std::map<std::string, NumberingPlace, std::less<>>& num_of_style) {
  for (auto& [id, list] : lists_) {
    const auto definition = definitions_.find(list.definition);
    if (definition == definitions_.end() || definition->second.style_link.empty()) continue;
    const auto style = num_of_style.find(definition->second.style_link);
    if (style == num_of_style.end() || !style->second.num_id) continue;
    const auto target = lists_.find(*style->second.num_id);
    if (target != lists_.end()) list.definition = target->second.definition;
  }
}

std::optional<int> DocxNumbering::level_of_style(int num_id, std::string_view style) const {
  const auto list = lists_.find(num_id);
  if (list == lists_.end()) return std::nullopt;
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end()) return std::nullopt;
  for (std::size_t i = 0; i < kLevels; ++i) {
    if (level_of(list->second, definition->second, i).paragraph_style == style) return static_cast<int>(i);
  }
  return std::nullopt;
}

const DocxNumbering::Level& DocxNumbering::level_of(const List& list, const Definition& definition, std::size_t level) {
  const auto& own = list.levels.at(level);
  return own ? *own : definition.levels.at(level);
}

/// Advances the count of a level. Lists of one definition share their counts, but a list with a start of its own begins
/// with it, the first time that the level is used. Deeper levels restart, unless <w:lvlRestart> says otherwise.
void DocxNumbering::count(List& list, Definition& definition, std::size_t level) {
  auto& count = definition.counts.at(level);
  const bool begins = !list.has_begun.at(level);
  list.has_begun.at(level) = true;
  if (begins && list.starts.at(level)) {
    count = *list.starts.at(level);
  } else if (count) {
    ++*count;
  } else {
    count = level_of(list, definition, level).start;
  }
  for (auto deeper = level + 1; deeper < kLevels; ++deeper) {
    const auto after = level_of(list, definition, deeper).restarts_after;
    const bool restarts = !after || (*after > 0 && static_cast<int>(level) < *after);
    if (restarts) definition.counts.at(deeper).reset();
  }
}

/// The text of a level is a template, "%1.%2": each "%n" is the current number of level n, in the style of that level,
/// or in digits if this level is "legal".
ParagraphNumber DocxNumbering::next(int num_id, int level_number) {
  ParagraphNumber number;
  const auto found = lists_.find(num_id);
  if (found == lists_.end() || level_number < 0 || static_cast<std::size_t>(level_number) >= kLevels) return number;
  auto& list = found->second;
  const auto definition = definitions_.find(list.definition);
  if (definition == definitions_.end()) return number;
  const auto own = static_cast<std::size_t>(level_number);
  count(list, definition->second, own);
  const auto& level = level_of(list, definition->second, own);
  number.joins_words = level.joins_words;
  number.is_bullet = level.style == NumberStyle::Bullet;
  if (number.is_bullet) return number;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const bool names_level =
        level.text[i] == '%' && i + 1 < level.text.size() && level.text[i + 1] >= '1' && level.text[i + 1] <= '9';
    if (!names_level) {
      number.text += level.text[i];
      continue;
    }
    const auto named = static_cast<std::size_t>(level.text[++i] - '1');
    const auto& shown = level_of(list, definition->second, named);
    const auto value = definition->second.counts.at(named).value_or(shown.start);
    const auto style = level.is_legal && shown.style != NumberStyle::None ? NumberStyle::Decimal : shown.style;
    number.text += list_number(value, style, AfterZ::Doubled);
  }
  return number;
}

}  // namespace treatygraph::ingest
