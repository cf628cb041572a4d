#pragma once
// Finds the conduct that introductory words announce: in their own sentence, or in the points of the list below or
// above.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/structure/own_text.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// A provision that describes conduct.
struct Conduct {
  std::size_t provision;
  WordsRange words;  ///< in the provision's own words, up to the end of a sentence
};

/// For words in `stretch` of a provision's own text. In "... to establish as criminal offences, when committed
/// intentionally:" the sentence does not say which conduct is meant, so each point of the list does. If a point only
/// leads on ("subject to the basic concepts of its legal system:"), its sub-points do. Empty if the sentence itself
/// names the conduct.
[[nodiscard]] std::vector<Conduct> conduct_in_list(std::string_view text, const OwnWords& own, std::size_t provision,
                                                   WordsRange stretch, WordsRange lead);

/// The same for words after a list: "Any person who: (a) ...; (b) ... commits an offence". Empty if the list is not
/// about conduct, or if the words name the conduct themselves.
[[nodiscard]] std::vector<Conduct> conduct_in_list_above(std::string_view text, const OwnWords& own,
                                                         std::size_t provision, WordsRange stretch, WordsRange said);

}  // namespace treatygraph::ingest
