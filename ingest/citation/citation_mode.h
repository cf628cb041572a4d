#pragma once
// The legal force of citations, from the words before and after them: "subject to article 5", "article 5 shall apply".

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/citation/citation.h"

namespace treatygraph::ingest {

/// The force of one citation. A citation without such words has the mode refers_to.
struct LegalForce {
  std::string_view mode;  ///< one of kModes
  /// For applies_to: the cited provision is what applies ("article 46 shall apply"), not the citing one ("this article
  /// applies to chapter V").
  bool cited_applies = false;
  /// For in_accordance_with: the words only identify a thing ("offences established in accordance with articles 7 to
  /// 16", "data preserved pursuant to article 29"). They require nothing of those who act under the citing provision.
  bool describes = false;
};

/// The force of each citation in a piece of text that begins at `first`, in the same order. `text` is the whole text.
/// Words before `first` are ignored; words after a citation may be beyond the end of the piece.
[[nodiscard]] std::vector<LegalForce> legal_forces(std::string_view text, std::size_t first,
                                                   const std::vector<Citation>& citations,
                                                   const Words& language = english_words());

}  // namespace treatygraph::ingest
