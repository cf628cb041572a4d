#pragma once
// Finds treaties by names that people type: "Budapest Convention", "ICCPR", "CETS No. 185", "PIDCP", "GATT 1994",
// "LOSC".

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The treaties, loaded or only cited, that have the words as a complete name: title, short title, alias, slug, or a
/// thesaurus name for one of these; ignoring case, accents and article, with their year before or after. Several if
/// they share the name; never one that is merely similar. No drafts.
[[nodiscard]] std::vector<NodeId> treaties_called(const Graph& graph, std::string_view words);

/// The treaties, loaded or only cited, that the words may mean. If the words claim to be a complete name
/// ("convention"), everything distinctive in one of the treaty's names must be among them.
[[nodiscard]] std::vector<NodeId> treaties_meant(const Graph& graph, std::string_view words);

/// The States and organizations that have the words as a complete name.
[[nodiscard]] std::vector<NodeId> parties_called(const Graph& graph, std::string_view words);

/// Whether the words claim to be a complete name: "convention", "protocol", "pacto".
[[nodiscard]] bool says_whole_name(std::string_view words);

/// The letters and digits of a name in lower case without accents or leading article: "CETS No. 185" and "ETS 185" are
/// "cets185".
[[nodiscard]] std::string letters_of_name(std::string_view name);

/// The names of a Treaty node: title, short title, aliases.
[[nodiscard]] std::vector<std::string_view> names_of(const Graph& graph, NodeId treaty);

/// A treaty of the snapshot. The slug points into the graph.
struct KnownTreaty {
  NodeId treaty;
  std::string_view slug;
  bool is_loaded = false;
  bool is_draft = false;
};
/// All treaties of a snapshot, in id order.
[[nodiscard]] const std::vector<KnownTreaty>& known_treaties(const Graph& graph);
/// The treaty that a node is or belongs to; null for a State, for example.
[[nodiscard]] const KnownTreaty* treaty_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
