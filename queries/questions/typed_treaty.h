#pragma once
// A treaty called as people type it: "Budapest Convention", "ICCPR", "CETS No. 185", "PIDCP", "GATT 1994".

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The treaties, loaded or only cited, of which the words are a whole name: title, short title, one of the aliases or
/// the slug; whatever their case, accents and article, and with their year before or behind. Several where the name is
/// that of several; never one that is only called alike. Drafts are not among them.
[[nodiscard]] std::vector<NodeId> treaties_called(const Graph& graph, std::string_view words);

/// Letters and digits of a name, lower case, accents dropped, without an article before it: "CETS No. 185" and "ETS
/// 185" are "cets185".
[[nodiscard]] std::string letters_of_name(std::string_view name);

/// The names that a Treaty node has: title, short title, aliases.
[[nodiscard]] std::vector<std::string_view> names_of(const Graph& graph, NodeId treaty);

}  // namespace treatygraph::queries
