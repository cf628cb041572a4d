#pragma once
// Lists of a page: how they number their items, and whether the items do so themselves.

#include <optional>
#include <string>

#include "ingest/formats/html_tree.h"
#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

/// An open list.
struct HtmlList {
  NumberStyle style = NumberStyle::Decimal;
  long begins_at = 1;
  long next = 1;
  long step = 1;
  /// Whether all items begin with marks such as "(a)", "(b)". If an item has none, or two have the same, these marks
  /// open a list within the item ("2. (a)").
  bool has_own_marks = false;
};

[[nodiscard]] HtmlList list_of(const GumboNode& node);
/// The number from an item's attribute.
[[nodiscard]] std::optional<long> given_number(const GumboNode& item);
/// The mark, "(a)", at the beginning of an item's words; empty if there is none.
[[nodiscard]] std::string typed_mark(const GumboNode& item);
/// The mark of the next item. Browsers show "a." and "1." at every depth; treaties write "(a)", and "(1)" for numbers
/// within a numbered paragraph, that is if an outer list has the same style (`repeats_style`).
[[nodiscard]] std::string mark_of_next(const HtmlList& list, bool repeats_style);

}  // namespace treatygraph::ingest
