#pragma once
// Names of instruments in languages that write them with few capitals: "Convention relative aux droits de l'enfant".
// The counterpart of instrument_at() for NameStyle::Small.

#include <cstddef>
#include <vector>

#include "ingest/citation/instruments.h"

namespace treatygraph::ingest {

/// The name at `first`: a noun, and the words after it that say what the instrument is about, or when and where it was
/// made. Not found() if no noun is there.
[[nodiscard]] InstrumentMention name_written_small(const std::vector<Token>& tokens, std::size_t first,
                                                   InstrumentNouns nouns);

}  // namespace treatygraph::ingest
