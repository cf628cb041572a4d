#pragma once
// Writes query values in Bolt's encoding (https://neo4j.com/docs/bolt/current/bolt/structure-semantics/). Values
// without a structure are written in PackStream directly.

#include "graph/graph.h"
#include "queries/cypher/values/value.h"
#include "server/bolt/pack_stream.h"

namespace treatygraph::server::bolt {

/// The parts of the encoding that depend on the version and on negotiated patches.
struct Dialect {
  bool has_element_ids = true;  ///< from version 5.0; nodes and relationships then have more fields
  bool counts_in_utc = true;    ///< see Version::counts_in_utc()
};

/// Appends values to `out`. A node's `id` is its position in the snapshot; its element id is its key. `out` and `graph`
/// must outlive it.
class ValueWriter {
 public:
  ValueWriter(std::string& out, const Graph& graph, Dialect dialect) : pack_(out), graph_(graph), dialect_(dialect) {}

  /// Charges its work to the budget in force, if any; throws OutOfBudget when it is spent.
  void write(const queries::cypher::Value& value);
  /// For what is not a value, such as the structure around a row.
  [[nodiscard]] PackWriter& pack() { return pack_; }

 private:
  void write_map(const queries::cypher::Map& map);
  void write_properties(const queries::cypher::Value& element);
  void write_node(NodeId node);
  void write_relationship(RelationshipId relationship);
  void write_path(const queries::cypher::Path& path);
  void write_unbound(RelationshipId relationship);
  void write_point(const queries::cypher::Point& point);
  void write_moment(const DateTime& moment);
  void write_temporal(const queries::cypher::Value& value);
  void write_element_id(RelationshipId relationship);

  PackWriter pack_;
  const Graph& graph_;
  const Dialect dialect_;
};

}  // namespace treatygraph::server::bolt
