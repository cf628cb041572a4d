#pragma once
// Reads names of treaties and other instruments: "the 1961 Convention on Narcotic Drugs", "GATT 1994".

#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Nouns for treaties and similar instruments: "Convention", "Charter".
[[nodiscard]] bool is_instrument_noun(std::string_view word);
/// Well-known names of one word: "GATT".
[[nodiscard]] bool is_instrument_acronym(std::string_view word);
/// These, and the abbreviations in the table: "ICCPR".
[[nodiscard]] bool is_well_known_acronym(std::string_view word);

/// The name of an instrument in `tokens` at `first`, ignoring leading articles.
struct InstrumentMention {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::string noun;  ///< the noun that makes it a name
  std::size_t capitals = 0;
  bool is_numbered = false;  ///< "Directive 95/46/EC": identified by its number
  [[nodiscard]] bool found() const { return last > first; }
};
/// Citable acts have articles too, but are not treaties: "Regulation", "Law".
enum class InstrumentNouns { Treaties, Citable };
[[nodiscard]] InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first,
                                              InstrumentNouns nouns);

}  // namespace treatygraph::ingest
