#pragma once
// A treaty called as people type it: "Budapest Convention", "ICCPR", "CETS No. 185", "PIDCP", "GATT 1994", "LOSC".

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The treaties, loaded or only cited, of which the words are a whole name: title, short title, one of the aliases, the
/// slug, or a name that the thesaurus has for one of these; whatever their case, accents and article, and with their
/// year before or behind. Several where the name is that of several; never one that is only called alike. Drafts are
/// not among them.
[[nodiscard]] std::vector<NodeId> treaties_called(const Graph& graph, std::string_view words);

/// The treaties, loaded or only cited, that some words of a name may mean; where they say that they are a whole name
/// ("convention"), all that tells of one of its names is among them.
[[nodiscard]] std::vector<NodeId> treaties_meant(const Graph& graph, std::string_view words);

/// The States and organizations of which the words are a whole name.
[[nodiscard]] std::vector<NodeId> parties_called(const Graph& graph, std::string_view words);

/// Whether the words say that they are a whole name: "convention", "protocol", "pacto".
[[nodiscard]] bool says_whole_name(std::string_view words);

/// Letters and digits of a name, lower case, accents dropped, without an article before it: "CETS No. 185" and "ETS
/// 185" are "cets185".
[[nodiscard]] std::string letters_of_name(std::string_view name);

/// The names that a Treaty node has: title, short title, aliases.
[[nodiscard]] std::vector<std::string_view> names_of(const Graph& graph, NodeId treaty);

struct KnownTreaty {
  NodeId treaty;
  std::string_view slug;
  bool is_loaded = false;
  bool is_draft = false;
};
/// All of a snapshot, in the order of their ids.
[[nodiscard]] const std::vector<KnownTreaty>& known_treaties(const Graph& graph);
/// The treaty that a node is or belongs to; null for a State, say.
[[nodiscard]] const KnownTreaty* treaty_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
