#include "ingest/structure/missed_marks.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace treatygraph::ingest {
namespace {

using Marks = std::vector<ListMark>;

// The position of a mark in a style; nothing if it is not in brackets or does not have that style.
std::optional<int> value_in(const ListMark& mark, ListStyle style) {
  if (mark.form != ListMark::Form::Bracketed) return std::nullopt;
  for (const auto& place : places_of(mark.label)) {
    if (place.style == style) return place.value;
  }
  return std::nullopt;
}

/// The nearest mark of a style among the next 64 from `at` on; null if the number of a paragraph comes first. With
/// reverse iterators it looks backwards.
template <typename Iterator>
const ListMark* nearest(Iterator at, Iterator end, ListStyle style) {
  constexpr int kMostBetween = 64;
  for (int looked_at = 0; at != end && looked_at < kMostBetween; ++at, ++looked_at) {
    if (at->form == ListMark::Form::Number) return nullptr;
    if (value_in(*at, style)) return &*at;
  }
  return nullptr;
}

// The points before and after must be the neighbours in number, and no other doubtful mark between them may have the
// same label.
bool fills_gap(const Marks& marks, const Marks& doubtful, const ListMark& mark, const ListPlace& place) {
  const auto following = std::ranges::upper_bound(marks, mark.start, {}, &ListMark::start);
  const auto* before = nearest(std::make_reverse_iterator(following), marks.rend(), place.style);
  const auto* after = nearest(following, marks.end(), place.style);
  if (before == nullptr || after == nullptr) return false;
  const bool is_left_out =
      value_in(*before, place.style) == place.value - 1 && value_in(*after, place.style) == place.value + 1;
  return is_left_out && std::ranges::count_if(doubtful, [&](const ListMark& other) {
                          return other.label == mark.label && other.start > before->start && other.start < after->start;
                        }) == 1;
}

}  // namespace

std::vector<ListMark> with_missed_marks(std::vector<ListMark> marks, const std::vector<ListMark>& doubtful) {
  Marks missed;
  for (const auto& mark : doubtful) {
    const auto places = places_of(mark.label);
    const bool is_missed = std::ranges::any_of(
        places, [&](const ListPlace& place) { return place.value > 1 && fills_gap(marks, doubtful, mark, place); });
    if (is_missed) missed.push_back(mark);
  }
  if (missed.empty()) return marks;
  Marks all;
  std::ranges::merge(marks, missed, std::back_inserter(all), {}, &ListMark::start, &ListMark::start);
  return all;
}

}  // namespace treatygraph::ingest
