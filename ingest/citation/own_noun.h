#pragma once
// The noun of an instrument's title: "Convention", "Protocol", "Regulation".

#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// The main noun of a title: "Protocol" for "Protocol to the Convention on Lakes", "Agreement" for "FREE TRADE
/// AGREEMENT between ...", "Regulation" for "Regulation (EU) 2019/1". Capitalised; empty if there is none.
[[nodiscard]] std::string head_noun(std::string_view title);

/// Whether the noun is that of an act with articles that is not a treaty: "Regulation", "Directive", "Decision".
[[nodiscard]] bool is_act_noun(std::string_view word);

}  // namespace treatygraph::ingest
