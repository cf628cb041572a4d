#pragma once
// Capital letters that are also Roman numerals, as numbers of headings: after part B, part C is the third, not the
// hundredth.

#include <functional>
#include <map>
#include <set>

#include "graph/numerals.h"
#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Sets the value of each heading whose number is a letter, if one of its kind with the letter before it comes earlier.
/// `heading_of` gives the heading of an item; items are in text order. Articles and other units are not numbered by
/// letters.
template <typename Items, typename HeadingOf = std::identity>
void read_letters_in_order(Items& items, HeadingOf heading_of = {}) {
  std::map<ProvisionKind, std::set<int>> seen;
  for (auto& item : items) {
    Heading& heading = std::invoke(heading_of, item);
    const auto letter = letter_value(heading.num);
    if (!letter || is_unit(heading.kind)) continue;
    auto& letters = seen[heading.kind];
    if (letters.contains(*letter - 1)) heading.value = *letter;
    letters.insert(*letter);
  }
}

}  // namespace treatygraph::ingest
