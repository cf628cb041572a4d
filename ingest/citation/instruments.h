#pragma once
// Reads names of treaties and other instruments: "the 1961 Convention on Narcotic Drugs", "GATT 1994".

#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Well-known names of one word: "GATT".
[[nodiscard]] bool is_instrument_acronym(std::string_view word, const Words& words = english_words());
/// Those, and the abbreviations in the table of well-known treaties: "ICCPR".
[[nodiscard]] bool is_well_known_acronym(std::string_view word, const Words& words = english_words());

/// The name of an instrument as a range of tokens, without leading articles. The range is empty if there is no name.
struct InstrumentMention {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::string noun;          ///< the noun that makes it a name
  bool is_treaty = false;    ///< its noun is one of treaties
  std::size_t capitals = 0;  ///< capitalised words; of a name written small, its longer words
  bool is_numbered = false;  ///< "Directive 95/46/EC": identified by its number
  [[nodiscard]] bool found() const { return last > first; }
};
/// Which nouns make a name. Citable acts have articles too, but are not treaties: "Regulation", "Law".
enum class InstrumentNouns { Treaties, Citable };
/// The name of an instrument that begins at the token `first`. Not found() if the words are no name. In English the
/// words of a name begin with capitals; for languages that write names in small letters see names_written_small.h.
[[nodiscard]] InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first,
                                              InstrumentNouns nouns, const Words& words);

}  // namespace treatygraph::ingest
