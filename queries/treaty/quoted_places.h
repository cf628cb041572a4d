#pragma once
// Finds the quotes of a provision in its words. Quotes have offsets into the original document, which is not available;
// within a provision's own words their order is the same.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// Words that a citation or a term quotes.
struct Quote {
  std::string_view words;
  /// Character offset in the document; nothing if unknown.
  std::optional<std::size_t> document_start = {};
  /// Every occurrence counts: a defined term is used as often as it occurs.
  bool everywhere = false;
};

/// A found quote: bytes [begin, end) of the words.
struct QuotedPlace {
  std::size_t quote;  ///< its index among the given quotes
  std::size_t begin;
  std::size_t end;
};

/// The places of the quotes in `words`, in text order and without overlaps: the longest quotes are placed first. A
/// quote is left out if it does not occur as whole words, or if it occurs several times and nothing decides which is
/// meant. `first_character` is the approximate document offset of the words; it decides if the same words occur more
/// often than they are quoted.
[[nodiscard]] std::vector<QuotedPlace> quoted_places(std::string_view words, const std::vector<Quote>& quotes,
                                                     std::optional<std::size_t> first_character);

}  // namespace treatygraph::queries
