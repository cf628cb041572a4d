#pragma once
// Lists of a web page: how they number their items, and whether the words of the items already contain the numbers.

#include <optional>
#include <string>

#include "ingest/formats/html_tree.h"
#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

/// The state of an open list.
struct HtmlList {
  NumberStyle style = NumberStyle::Decimal;
  long begins_at = 1;
  long next = 1;  ///< number of the next item
  long step = 1;  ///< -1 for <ol reversed>
  /// Whether all items begin with marks of their own such as "(a)", "(b)". If an item has no mark, or the same mark as
  /// the item before it, these marks open a list within the item ("2. (a)").
  bool has_own_marks = false;
};

/// The list that an <ol> or <ul> opens, from its attributes, its style and its items.
[[nodiscard]] HtmlList list_of(const GumboNode& node);
/// The number that the attribute `value` of an item gives. Nothing if it gives none, or one beyond 100,000.
[[nodiscard]] std::optional<long> given_number(const GumboNode& item);
/// The mark, "(a)", at the beginning of an item's words; empty if there is none.
[[nodiscard]] std::string typed_mark(const GumboNode& item);
/// The mark of the next item. Browsers show "a." and "1." at every depth. Treaties write "(a)", and "(1)" for numbers
/// within a numbered paragraph, that is, if an outer list has the same style (`repeats_style`).
[[nodiscard]] std::string mark_of_next(const HtmlList& list, bool repeats_style);

}  // namespace treatygraph::ingest
