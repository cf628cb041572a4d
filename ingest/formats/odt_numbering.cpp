// A number is a prefix, the numbers of the shown levels joined by ".", and a suffix. Newer files contain a template
// instead, "%1%.%2%", which may have other separators; it takes precedence. A level that was not counted yet is shown
// with its first number.

#include "ingest/formats/odt_numbering.h"

#include <algorithm>

#include "ingest/formats/xml_tree.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

/// The style by style:num-format, which is an example of the number: "a", "I", "1".
NumberStyle style_of_format(std::string_view format) {
  if (format.empty()) return NumberStyle::None;
  if (format == "a") return NumberStyle::LowerLetter;
  if (format == "A") return NumberStyle::UpperLetter;
  if (format == "i") return NumberStyle::LowerRoman;
  if (format == "I") return NumberStyle::UpperRoman;
  if (format == "1st") return NumberStyle::Ordinal;
  if (format == "01") return NumberStyle::DecimalZero;
  return NumberStyle::Decimal;
}

OdtLevel read_level(const pugi::xml_node& node) {
  OdtLevel level;
  const auto name = local_name(node);
  if (name == "list-level-style-bullet" || name == "list-level-style-image") {
    level.style = NumberStyle::Bullet;
    return level;
  }
  level.style = style_of_format(attribute_named(node, "num-format"));
  // With this attribute, 27 is "aa" and 28 is "bb"; without it, 28 is "ab".
  level.after_z = attribute_named(node, "num-letter-sync") == "true" ? AfterZ::Doubled : AfterZ::Counted;
  level.before = attribute_named(node, "num-prefix");
  level.after = attribute_named(node, "num-suffix");
  level.format = attribute_named(node, "num-list-format");
  const auto shown = integer_of(attribute_named(node, "display-levels")).value_or(1);
  level.shown_levels = static_cast<std::size_t>(std::clamp<long>(shown, 1, static_cast<long>(kOdtLevels)));
  level.start = integer_of(attribute_named(node, "start-value")).value_or(1);
  return level;
}

}  // namespace

OdtListStyle read_list_style(const pugi::xml_node& node) {
  OdtListStyle style;
  for (const auto& child : node.children()) {
    const auto level = integer_of(attribute_named(child, "level"));
    if (!level || *level < 1 || *level > static_cast<long>(kOdtLevels)) continue;
    style.at(static_cast<std::size_t>(*level - 1)) = read_level(child);
  }
  return style;
}

void OdtCounts::next(const OdtListStyle& style, std::size_t level, std::optional<long> start) {
  auto& count = counts_.at(level);
  count = start ? *start : count ? *count + 1 : style.at(level).start;
  for (auto deeper = level + 1; deeper < kOdtLevels; ++deeper) counts_.at(deeper).reset();
}

std::string OdtCounts::number(const OdtListStyle& style, std::size_t level) const {
  const auto& own = style.at(level);
  if (own.style == NumberStyle::Bullet) return {};
  const auto number_of = [&](std::size_t i) {
    const auto& shown = style.at(i);
    return list_number(counts_.at(i).value_or(shown.start), shown.style, shown.after_z);
  };
  if (!own.format.empty()) {
    std::string text;
    for (std::size_t i = 0; i < own.format.size(); ++i) {
      const auto end = own.format[i] == '%' ? own.format.find('%', i + 1) : std::string::npos;
      const auto named =
          end == std::string::npos ? std::nullopt : integer_of(std::string_view(own.format).substr(i + 1, end - i - 1));
      if (named && *named >= 1 && *named <= static_cast<long>(kOdtLevels)) {
        text += number_of(static_cast<std::size_t>(*named - 1));
        i = end;
      } else {
        text += own.format[i];
      }
    }
    return text;
  }
  if (own.style == NumberStyle::None) return own.before + own.after;
  std::string text = own.before;
  const auto first = level + 1 > own.shown_levels ? level + 1 - own.shown_levels : 0;
  bool is_first = true;
  for (auto i = first; i <= level; ++i) {
    const auto number = number_of(i);
    if (number.empty()) continue;
    if (!is_first) text += '.';
    text += number;
    is_first = false;
  }
  return text + own.after;
}

}  // namespace treatygraph::ingest
