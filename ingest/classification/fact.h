#pragma once
// What the words of a provision do, with the words that say so.

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

enum class FactClass { Offence, Power, Safeguard, Term, Obligation };

[[nodiscard]] constexpr std::string_view name_of(FactClass fact_class) {
  switch (fact_class) {
    case FactClass::Offence:
      return "offence";
    case FactClass::Power:
      return "power";
    case FactClass::Safeguard:
      return "safeguard";
    case FactClass::Term:
      return "term";
    case FactClass::Obligation:
      break;
  }
  return "obligation";
}

struct Fact {
  FactClass fact_class = FactClass::Offence;
  std::size_t provision = 0;  ///< position in the structure: the finest provision that states it
  std::string kind;           ///< of a power or safeguard its kind, of an obligation its modality, of a term the term
  WordsRange quote;           ///< its own words
  WordsRange lead;            ///< the words above a list that make its points what they are; empty where there are none
  std::string_view rule;
  std::string_view confidence;
};

}  // namespace treatygraph::ingest
