#pragma once
// The values of a query's rows as Bolt writes them (https://neo4j.com/docs/bolt/current/bolt/structure-semantics/).

#include "graph/graph.h"
#include "queries/cypher/values/value.h"
#include "server/bolt/pack_stream.h"

namespace treatygraph::server::bolt {

/// What of the structures depends on the version and on what was agreed.
struct Dialect {
  bool has_element_ids = true;
  bool counts_in_utc = true;
};

/// A node's `id` is its place in the snapshot, its element id its key.
class ValueWriter {
 public:
  ValueWriter(std::string& out, const Graph& graph, Dialect dialect) : pack_(out), graph_(graph), dialect_(dialect) {}

  /// Counts its work: ends with OutOfBudget where a budget is in force and spent.
  void write(const queries::cypher::Value& value);
  [[nodiscard]] PackWriter& pack() { return pack_; }

 private:
  void write_map(const queries::cypher::Map& map);
  void write_node(NodeId node);
  void write_relationship(RelationshipId relationship);
  void write_path(const queries::cypher::Path& path);
  void write_unbound(RelationshipId relationship);
  void write_moment(const DateTime& moment);
  void write_temporal(const queries::cypher::Value& value);
  void write_element_id(RelationshipId relationship);

  PackWriter pack_;
  const Graph& graph_;
  const Dialect dialect_;
};

}  // namespace treatygraph::server::bolt
