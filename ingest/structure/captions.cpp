// A lettered caption and a lettered paragraph look the same: "A. General provisions". The numbers below decide. If
// paragraph 4 comes directly below caption B and paragraph 3 was the last before it, the numbers run across the
// letters, so all letters of this row are captions. If the numbers begin with 1 below each letter, the letters are left
// to the reader of marks.

#include "ingest/structure/captions.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "graph/numerals.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongestCaption = 160;  ///< bytes; longer lines are sentences

/// "A. GENERAL PROVISIONS" or "(A) General provisions" on a line of its own.
bool looks_like_caption(std::string_view text, const ListMark& mark) {
  if (mark.form != ListMark::Form::Stopped && mark.form != ListMark::Form::Bracketed) return false;
  if (!mark.at_line_start) return false;
  const auto words = trimmed(text.substr(mark.after, text.substr(mark.after).find('\n')));
  return !words.empty() && words.size() <= kLongestCaption && begins_sentence(words.front()) &&
         std::string_view(".;:,").find(words.back()) == std::string_view::npos;
}

/// The number of a paragraph, "1." or "(1)" at the start of a line.
std::optional<int> paragraph_value(const ListMark& mark) {
  const bool is_numbered = mark.form == ListMark::Form::Number || mark.form == ListMark::Form::Bracketed;
  return is_numbered && mark.at_line_start ? digits_value(mark.label) : std::nullopt;
}

// Whether the mark continues the row of capitals after `last`, in letters or Roman numerals; with null, whether it
// begins a row.
bool is_next_capital(const ListMark& mark, const ListMark* last) {
  for (const auto& place : places_of(mark.label)) {
    if (place.style != ListStyle::Capitals && place.style != ListStyle::CapitalRomans) continue;
    if (last == nullptr) {
      if (place.value == 1) return true;
      continue;
    }
    for (const auto& before : places_of(last->label)) {
      if (before.style == place.style && place.value == before.value + 1) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<bool> captions_among(std::string_view text, const std::vector<ListMark>& marks) {
  std::vector<bool> captions(marks.size(), false);
  std::vector<std::size_t> row;
  bool runs_on = false;
  int number = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (looks_like_caption(text, marks[i]) && is_next_capital(marks[i], row.empty() ? nullptr : &marks[row.back()])) {
      row.push_back(i);
      continue;
    }
    const auto value = paragraph_value(marks[i]);
    if (!value) continue;
    const bool is_first_below = row.size() > 1 && row.back() + 1 == i;
    runs_on = runs_on || (is_first_below && number > 0 && *value == number + 1);
    if (*value == number + 1 || *value == 1) number = *value;
  }
  if (!runs_on) return captions;
  for (const auto i : row) captions[i] = true;
  return captions;
}

}  // namespace treatygraph::ingest
