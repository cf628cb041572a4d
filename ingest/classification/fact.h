#pragma once
// A fact that the words of a provision state, with these words.

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// What a provision does.
enum class FactClass { Offence, Power, Safeguard, Term, Obligation };

/// The name as it is part of keys.
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

/// Positions are bytes in the document's text. `rule` and `confidence` point to constants.
struct Fact {
  FactClass fact_class = FactClass::Offence;
  std::size_t provision = 0;  ///< index in the structure of the innermost provision that states it
  std::string kind;           ///< kind of a power or safeguard, modality of an obligation, name of a term
  WordsRange quote;           ///< its own words
  WordsRange lead;  ///< the introduction of a list that gives its points their meaning; empty if there is none
  std::string_view rule;
  std::string_view confidence;
};

}  // namespace treatygraph::ingest
