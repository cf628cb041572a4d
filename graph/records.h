#pragma once
// The graph as plain records: the output of ingestion, the contents of treaties.db, and the input of a graph in memory.

#include <string>
#include <vector>

#include "graph/property.h"

namespace treatygraph {

/// A node. The order of labels and properties has no meaning.
struct NodeRecord {
  std::string key;  ///< unique among the records, "uncc:art_24__para_2"
  std::vector<std::string> labels;
  Properties properties;
  bool operator==(const NodeRecord&) const = default;
};

/// A relationship between two nodes. There may be several with the same type and ends.
struct RelationshipRecord {
  std::string type;
  std::string from;  ///< key of the source node
  std::string to;    ///< key of the target node
  Properties properties;
  bool operator==(const RelationshipRecord&) const = default;
};

/// A whole graph. The order of the nodes is that of the roots in the numbering (node_order.h).
struct GraphRecords {
  std::vector<NodeRecord> nodes;
  std::vector<RelationshipRecord> relationships;
};

}  // namespace treatygraph
