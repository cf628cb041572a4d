#pragma once
// The property `unresolved` of a provision: what its words cite and the data do not have, each with the reason in
// brackets.

#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// Parts of the property, which must outlive it.
struct Unresolved {
  std::string_view words;    ///< as the text has them: "article 99"
  std::string_view reason;   ///< "no such article"; empty where none is told
  std::string_view missing;  ///< what the reason names: "article", "instrument"
};

/// Of "article 99 (no such article); Annex 3 (no such annex)" two. A reason may hold brackets of its own.
[[nodiscard]] std::vector<Unresolved> unresolved_in(std::string_view property);

}  // namespace treatygraph::queries
