#pragma once
// Reads the instrument of cited provisions from the words around them: "of the Convention", "of this Treaty", "of the
// Verification Annex", "of resolution II", "GATT Article XX".

#include <cstddef>
#include <vector>

#include "ingest/citation/instruments.h"
#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

/// Reads a phrase such as "of the Charter" after the citation's provisions and sets `instrument`, or `of_this_treaty`
/// for "of this Convention". Without such a phrase, citation and cursor stay unchanged.
void read_instrument(Reading& reading, Citation& citation);

/// "GPA" at the cursor, an abbreviation in three to six capitals; the name is then the text from `first` on. False,
/// with the cursor unchanged, if there is none. With InstrumentNouns::Treaties only well-known abbreviations count.
bool read_abbreviation(Reading& reading, Citation& citation, std::size_t first, InstrumentNouns nouns);

/// "GATT Article XX", "Harmonized System Chapter 84", "19 U.S.C. § 2703": the name before the token `first`, or empty.
[[nodiscard]] std::string instrument_before(const Reading& reading, std::size_t first);

/// The kinds of phrase, in the order in which they are tried.
[[nodiscard]] std::vector<Production> instrument_productions();

}  // namespace treatygraph::ingest
