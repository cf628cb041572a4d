#pragma once
// Lists of a page: how they number their items, and where the items do so themselves.

#include <optional>
#include <string>

#include "ingest/formats/html_tree.h"
#include "ingest/formats/list_number.h"

namespace treatygraph::ingest {

/// A list that is open.
struct HtmlList {
  NumberStyle style = NumberStyle::Decimal;
  long begins_at = 1;
  long next = 1;
  long step = 1;
  /// "(a)", "(b)" in the words of all its items. If one item has none, or two have the same, what they begin with opens
  /// a list within the item ("2. (a)").
  bool has_own_marks = false;
};

[[nodiscard]] HtmlList list_of(const GumboNode& node);
/// The number that an item's attribute gives it.
[[nodiscard]] std::optional<long> given_number(const GumboNode& item);
/// "(a)" that the words of an item begin with; empty if they begin with none.
[[nodiscard]] std::string typed_mark(const GumboNode& item);
/// Of the next item. Browsers write "a." and "1." at every depth, treaties "(a)", and numbers within a numbered
/// paragraph as "(1)": where a list around this one has its style (`repeats_style`).
[[nodiscard]] std::string mark_of_next(const HtmlList& list, bool repeats_style);

}  // namespace treatygraph::ingest
