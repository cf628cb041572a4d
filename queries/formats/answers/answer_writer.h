#pragma once
// The parts of which answers are written as JSON objects. Questions use them for members that several answers have, so
// the same thing looks the same in every answer.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "graph/graph.h"
#include "queries/formats/answers/json_facts.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

/// Writes members into the object that is open. Members that only one question has are written directly with `json`.
/// All references must outlive it.
class AnswerWriter {
 public:
  AnswerWriter(JsonText& text, const Graph& of) : json(text), graph(of), facts(text, of) {}

  JsonText& json;
  const Graph& graph;
  FactWriter facts;

  /// {"key", "title"}
  void mention(std::string_view name, NodeId node);
  /// An array of {"key", "title"}.
  void mentions(std::string_view name, std::span<const NodeId> nodes);
  /// An array of complete relationships.
  void relationships(std::string_view name, std::span<const RelationshipId> all);
  /// A complete relationship; no member at all if there is none.
  void relationship(std::string_view name, std::optional<RelationshipId> one);
  /// The ids of relationships that are shown elsewhere in the answer.
  void chain(std::string_view name, std::span<const RelationshipId> all);
  /// An array of keys.
  void keys(std::string_view name, std::span<const NodeId> nodes);
  /// "ends": the names of the ends of `all`, once each, because relationships contain only keys.
  void ends(std::span<const RelationshipId> all);
  /// The member with the text, or with null if it is empty.
  void text_or_null(std::string_view name, std::string_view text);
  /// The member with the number, or with null.
  void count_or_null(std::string_view name, std::optional<std::size_t> count);
  /// "what" the node is, in words, and its "treaty", which is null for nodes outside of treaties.
  void what_and_treaty(NodeId node);
  /// "next_cursor"
  void cursor(std::string_view next) { text_or_null("next_cursor", next); }
  /// "explanation", if there is one.
  void explanation(std::string_view text);

  /// An array of objects: the members of each thing's node, then those that `members` writes.
  template <typename Things, typename Node, typename Members>
  void objects(std::string_view name, const Things& things, Node node, Members members) {
    json.key(name).begin_array();
    for (const auto& thing : things) {
      json.begin_object();
      facts.node_members(thing.*node);
      members(thing);
      json.end_object();
    }
    json.end_array();
  }
};

}  // namespace treatygraph::queries::formats
