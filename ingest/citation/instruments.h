#pragma once
// How treaties and other instruments are named: "the 1961 Convention on Narcotic Drugs", "GATT 1994".

#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Nouns that name treaties and the like: "Convention", "Charter".
[[nodiscard]] bool is_instrument_noun(std::string_view word);
/// Well-known names that are one word: "GATT".
[[nodiscard]] bool is_instrument_acronym(std::string_view word);
/// Those, and the abbreviations of the table: "ICCPR".
[[nodiscard]] bool is_well_known_acronym(std::string_view word);

/// The name of an instrument among `tokens` from `first` on, article words before it left aside.
struct InstrumentMention {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::string noun;  ///< the noun that makes it one
  std::size_t capitals = 0;
  bool is_numbered = false;  ///< "Directive 95/46/EC": the number says which
  [[nodiscard]] bool found() const { return last > first; }
};
/// Citable ones have articles too, but are no treaties: "Regulation", "Law".
enum class InstrumentNouns { Treaties, Citable };
[[nodiscard]] InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first,
                                              InstrumentNouns nouns);

}  // namespace treatygraph::ingest
