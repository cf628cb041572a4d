#pragma once
// Where the conduct stands that lead words announce: in their own sentence, or in each point of the list below them.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/structure/own_text.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

struct Conduct {
  std::size_t provision;
  WordsRange words;  ///< of the provision's own, up to the end of a sentence
};

/// Of words that stand in `stretch` of a provision's own: "... to establish as criminal offences, when committed
/// intentionally:" says no conduct, so each point of the list does, or its sub-points where it only leads on ("subject
/// to the basic concepts of its legal system:"). Empty where the sentence itself says the conduct.
[[nodiscard]] std::vector<Conduct> conduct_in_list(std::string_view text, const OwnWords& own, std::size_t provision,
                                                   WordsRange stretch, WordsRange lead);

/// The same of words behind a list: "Any person who: (a) ...; (b) ... commits an offence". Empty where the list is none
/// of conduct, or the words say the conduct themselves.
[[nodiscard]] std::vector<Conduct> conduct_in_list_above(std::string_view text, const OwnWords& own,
                                                         std::size_t provision, WordsRange stretch, WordsRange said);

}  // namespace treatygraph::ingest
