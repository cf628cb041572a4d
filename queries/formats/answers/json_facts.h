#pragma once
// Nodes and relationships as JSON, with all their evidence: basis, confidence, source and quote are properties.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "graph/graph.h"
#include "queries/formats/text/json_text.h"
#include "queries/questions/paths.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries::formats {

struct JsonFragments;

/// Writes many of them, reusing fragments that were written before for this snapshot. `json` and `graph` must outlive
/// it; one thread at a time.
class FactWriter {
 public:
  FactWriter(JsonText& json, const Graph& graph);
  /// Reserves room for this many.
  void expect(std::size_t nodes, std::size_t relationships);
  /// A node's object with its members, left open for more: the caller ends it.
  void begin_node(NodeId node);
  /// A node's complete object: its members and its depth.
  void node_at(NodeId node, std::uint32_t depth);
  /// The members of a node, into the object that is open.
  void node_members(NodeId node);
  /// A complete relationship, as a value.
  void relationship(RelationshipId relationship);
  /// An array of complete relationships.
  void relationships(std::span<const RelationshipId> all);

 private:
  // The node's object as cached: ",{...,"depth":0}".
  [[nodiscard]] std::string_view whole(NodeId node);
  void run(std::span<const RelationshipId> ids);

  JsonText& json_;
  const Graph& graph_;
  const JsonFragments& kept_;
  const std::function<void(std::size_t number, std::string& out)> spell_node_;
  const std::function<void(std::size_t number, std::string& out)> spell_relationship_;
  std::string room_;
};

/// The members of a node's object: "key", "title", "labels", "properties".
void node_members(JsonText& json, const Graph& graph, NodeId node);
/// A node's complete object.
void write_node(JsonText& json, const Graph& graph, NodeId node);
/// {"key", "title"}: for a node that is only named. A provision also has its citation and its treaty.
void write_mention(JsonText& json, const Graph& graph, NodeId node);
/// An array of mentions.
void write_mentions(JsonText& json, const Graph& graph, std::span<const NodeId> nodes);

/// A node in a list: {"key", "title", "citation", "treaty", "loaded"}, the treaty by its slug.
void write_place(JsonText& json, const Graph& graph, NodeId node);

/// {"id", "type", "from", "to", "properties"}. Evidence (basis, confidence, source, quote, start, end) is in the
/// properties.
void write_relationship(JsonText& json, const Graph& graph, RelationshipId relationship);
/// An array of relationships.
void write_relationships(JsonText& json, const Graph& graph, std::span<const RelationshipId> relationships);
/// An array of ids, for chains through relationships that are shown elsewhere in the answer.
void write_relationship_names(JsonText& json, const Graph& graph, std::span<const RelationshipId> relationships);

/// {"length", "nodes", "hops"}, each hop with its evidence. A hop that is shown at a coarser level than it was written
/// also has "as_written".
void write_path(JsonText& json, const Graph& graph, const Path& path);

/// null, or {"reason", "how_to_go_on"}.
void write_truncation(JsonText& json, const Truncated& truncated);

}  // namespace treatygraph::queries::formats
