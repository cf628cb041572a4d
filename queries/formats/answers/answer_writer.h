#pragma once
// The parts of which answers are written as JSON objects.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "graph/graph.h"
#include "queries/formats/answers/json_facts.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

/// Writes members into the object that is open. Questions use its parts directly for what is theirs alone.
class AnswerWriter {
 public:
  AnswerWriter(JsonText& text, const Graph& of) : json(text), graph(of), facts(text, of) {}

  JsonText& json;
  const Graph& graph;
  FactWriter facts;

  /// {"key", "title"}
  void mention(std::string_view name, NodeId node);
  void mentions(std::string_view name, std::span<const NodeId> nodes);
  void relationships(std::string_view name, std::span<const RelationshipId> all);
  /// Nothing if there is none.
  void relationship(std::string_view name, std::optional<RelationshipId> one);
  /// The ids alone of relationships that the answer has elsewhere.
  void chain(std::string_view name, std::span<const RelationshipId> all);
  void keys(std::string_view name, std::span<const NodeId> nodes);
  /// "ends": the names of the ends of `all`, once each, because relationships contain only keys.
  void ends(std::span<const RelationshipId> all);
  void text_or_null(std::string_view name, std::string_view text);
  void count_or_null(std::string_view name, std::optional<std::size_t> count);
  /// "what" the node is, and its "treaty".
  void what_and_treaty(NodeId node);
  /// "next_cursor"
  void cursor(std::string_view next) { text_or_null("next_cursor", next); }
  /// "explanation", if there is one.
  void explanation(std::string_view text);

  /// An array of objects: the node of each thing, then `members`.
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
