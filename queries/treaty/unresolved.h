#pragma once
// The property `unresolved` of a provision: citations of its words that the data cannot resolve, each with the reason
// in brackets.

#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// One citation. The views point into the property, which must outlive it.
struct Unresolved {
  std::string_view words;    ///< as in the text: "article 99"
  std::string_view reason;   ///< "no such article"; empty if none is given
  std::string_view missing;  ///< what the reason names: "article", "instrument"
};

/// The citations in the property: two for "article 99 (no such article); Annex 3 (no such annex)". A reason may contain
/// brackets.
[[nodiscard]] std::vector<Unresolved> unresolved_in(std::string_view property);

}  // namespace treatygraph::queries
