#pragma once
// The noun of an instrument's title: "Convention", "Protocol", "Regulation".

#include <string>
#include <string_view>

#include "ingest/citation/lexicon.h"

namespace treatygraph::ingest {

/// The main noun of a title: "Protocol" for "Protocol to the Convention on Lakes", "Agreement" for "FREE TRADE
/// AGREEMENT between ...", "Regulation" for "Regulation (EU) 2019/1". Capitalised; empty if there is none.
[[nodiscard]] std::string head_noun(std::string_view title, const Words& words = english_words());

/// "Convention" for "convention" and "CONVENTION"; accented letters are changed, too.
[[nodiscard]] std::string with_capital(std::string noun);

}  // namespace treatygraph::ingest
