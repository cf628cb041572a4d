#include <algorithm>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {

// Digits have one meaning; letters may have several. Double letters count in their own style, from "aa" on, and also as
// the letters after "z".
std::vector<ListPlace> places_of(std::string_view label) {
  std::vector<ListPlace> places;
  if (const auto value = digits_value(label)) return {{ListStyle::Digits, *value}};
  const bool lower = std::ranges::all_of(label, is_lower);
  if (const auto value = letter_value(label))
    places.push_back({lower ? ListStyle::Letters : ListStyle::Capitals, *value});
  if (const auto value = roman_value(label)) {
    places.push_back({lower ? ListStyle::Romans : ListStyle::CapitalRomans, *value});
  }
  if (label.size() == 2 && label[0] == label[1] && lower) {
    places.push_back({ListStyle::DoubleLetters, *letter_value(label.substr(0, 1))});
    places.push_back({ListStyle::Letters, 26 + *letter_value(label.substr(0, 1))});
  }
  return places;
}

void MarkIndex::add(const ListMark& mark, std::size_t i) {
  for (const auto& place : places_of(mark.label)) marks_[{mark.form, place}].push_back(i);
}

std::size_t MarkIndex::next(ListMark::Form form, const ListPlace& place, std::size_t i) const {
  const auto marks = marks_.find({form, place});
  if (marks == marks_.end()) return kNowhere;
  const auto later = std::ranges::upper_bound(marks->second, i);
  return later == marks->second.end() ? kNowhere : *later;
}

}  // namespace treatygraph::ingest
