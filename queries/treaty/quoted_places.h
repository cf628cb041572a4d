#pragma once
// Where in a provision's words its quotes stand. Quotes are kept with offsets into the document that was read, which
// is not at hand; in a provision's own words their order is the same.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

struct Quote {
  std::string_view words;
  /// Character of the document where it begins; nothing where it is not known.
  std::optional<std::size_t> document_start = {};
  /// The words count wherever they stand: a defined term, which is used as often as it is written.
  bool everywhere = false;
};

/// A quote found: bytes [begin, end) of the words.
struct QuotedPlace {
  std::size_t quote;  ///< its position among those that were sought
  std::size_t begin;
  std::size_t end;
};

/// In the order of the words; none overlaps another, since the longest quotes are placed first. A quote that is not
/// found as whole words, or that could be at several places with nothing to tell which, is left out.
/// `first_character`: of the document, about where the words begin. It decides where the same words stand more often
/// than they are quoted.
[[nodiscard]] std::vector<QuotedPlace> quoted_places(std::string_view words, const std::vector<Quote>& quotes,
                                                     std::optional<std::size_t> first_character);

}  // namespace treatygraph::queries
