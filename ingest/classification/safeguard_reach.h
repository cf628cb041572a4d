#pragma once
// How far a safeguard reaches: which provisions, powers and offences it conditions.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/classification/classify.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

struct Reach {
  std::size_t safeguard = 0;  ///< position among the facts
  std::size_t whole = 0;      ///< the provision that is conditioned with what stands in it
  bool offences = true;       ///< whether the offences in it are
  bool powers = true;         ///< whether the powers in it are
  std::size_t said_in = 0;    ///< the provision whose words say so
  WordsRange quote;           ///< those words; empty where nothing says so but where the safeguard stands
  std::string_view rule;
  std::string_view confidence;
};

/// "The powers and procedures provided for in this Section are subject to ...", "offences established in accordance
/// with articles 2 to 11", and from the other side "shall be subject to articles 14 and 15". Where no words say it, a
/// safeguard conditions the article in which it stands, with low confidence. Ordered by safeguard, what is surest
/// first.
[[nodiscard]] std::vector<Reach> reaches_of(const Document& document, const OwnWords& own, const Classification& found,
                                            const std::vector<Reference>& references);

/// Positions of the offences and powers that `reach` conditions, none where there are more than any treaty has.
[[nodiscard]] std::vector<std::size_t> conditioned_by(const Reach& reach, const Structure& structure,
                                                      const std::vector<Fact>& facts);

}  // namespace treatygraph::ingest
