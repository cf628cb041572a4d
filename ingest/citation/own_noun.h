#pragma once
// What an instrument is, by its title: "Convention", "Protocol", "Regulation".

#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// The noun that a title is about: "Protocol" of "Protocol to the Convention on Lakes", "Agreement" of "FREE TRADE
/// AGREEMENT between ...", "Regulation" of "Regulation (EU) 2019/1". With a capital; empty where it says none.
[[nodiscard]] std::string head_noun(std::string_view title);

/// Whether an act that has articles is called so without being a treaty: "Regulation", "Directive", "Decision".
[[nodiscard]] bool is_act_noun(std::string_view word);

}  // namespace treatygraph::ingest
