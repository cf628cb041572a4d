// Converters write the lists of treaties in three ways: with the numbers as words in the items, with the numbers that
// the browser shows, or with both. A list has marks of its own only if each item begins with another mark than the item
// before; otherwise the browser's numbers are written too.

#include "ingest/formats/html_lists.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "ingest/formats/block_writer.h"
#include "ingest/formats/html_profiles.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// An integer attribute. Nothing if it is malformed or too large to be a number in a list.
std::optional<long> number_in(std::string_view text) {
  text = trimmed(text);
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr long kLargest = 100'000;
  if (error != std::errc() || end != text.data() + text.size() || value < -kLargest || value > kLargest) {
    return std::nullopt;
  }
  return value;
}

/// The style from the attribute `type`, the inline style or the classes. Style sheets are not read.
NumberStyle style_of_list(const GumboNode& list) {
  const auto type = trimmed(attribute_of(list, "type"));
  if (type == "a") return NumberStyle::LowerLetter;
  if (type == "A") return NumberStyle::UpperLetter;
  if (type == "i") return NumberStyle::LowerRoman;
  if (type == "I") return NumberStyle::UpperRoman;
  const auto style =
      lower_case(std::string(attribute_of(list, "style")) + " " + std::string(attribute_of(list, "class")));
  const auto says = [&](std::string_view word) { return style.find(word) != std::string::npos; };
  if (says("lower-alpha") || says("lower-latin")) return NumberStyle::LowerLetter;
  if (says("upper-alpha") || says("upper-latin")) return NumberStyle::UpperLetter;
  if (says("lower-roman")) return NumberStyle::LowerRoman;
  if (says("upper-roman")) return NumberStyle::UpperRoman;
  if (says("list-style:none") || says("list-style: none") || says("list-style-type:none") ||
      says("list-style-type: none") || says("list-unstyled")) {
    return NumberStyle::None;
  }
  return tag_of(list) == GUMBO_TAG_OL ? NumberStyle::Decimal : NumberStyle::Bullet;
}

/// The first visible characters of an element, enough to contain a mark.
std::string first_words(const GumboNode& top) {
  constexpr std::size_t kKept = 16;
  std::string words;
  const auto enter = [&](const GumboNode& node) {
    if (is_text(node)) {
      std::string_view text = node.v.text.text;
      if (words.empty()) text = text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
      words += text.substr(0, kKept);
    } else if (is_block(tag_of(node)) && !words.empty()) {
      words += ' ';
    }
    return words.size() < kKept && (!is_element(node) || role_of(node) != HtmlRole::LeftOut);
  };
  walk_html(top, enter, [](const GumboNode&) {});
  return fold(words);
}

}  // namespace

std::string typed_mark(const GumboNode& item) {
  auto words = first_words(item) + " ";
  if (!begins_with_mark(words)) return {};
  words.resize(words.find(' '));
  return words;
}

HtmlList list_of(const GumboNode& node) {
  HtmlList list;
  list.style = style_of_list(node);
  if (has_attribute(node, "reversed")) list.step = -1;
  long items = 0;
  std::string mark_before;
  for (std::size_t i = 0; i < child_count(node); ++i) {
    const auto& child = child_of(node, i);
    if (tag_of(child) != GUMBO_TAG_LI) continue;
    auto mark = typed_mark(child);
    const bool counts = !mark.empty() && mark != mark_before;
    list.has_own_marks = counts && (items == 0 || list.has_own_marks);
    ++items;
    mark_before = std::move(mark);
  }
  const auto start = number_in(attribute_of(node, "start"));
  list.begins_at = start ? *start : list.step < 0 ? items : 1;
  list.next = list.begins_at;
  return list;
}

std::optional<long> given_number(const GumboNode& item) {
  return number_in(attribute_of(item, "value"));
}

std::string mark_of_next(const HtmlList& list, bool repeats_style) {
  const auto number = list_number(list.next, list.style);
  const bool is_typists_one = number == "l" && list.begins_at == list.next;  // converters mistake "l." for a letter
  if (is_typists_one) return "l.";
  const bool is_low = list.style == NumberStyle::LowerLetter || list.style == NumberStyle::LowerRoman;
  return is_low || repeats_style ? "(" + number + ")" : number + ".";
}

}  // namespace treatygraph::ingest
