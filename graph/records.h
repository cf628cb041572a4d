#pragma once
// The graph as plain records: the output of ingestion, the contents of treaties.db, the input of an in-memory graph.

#include <string>
#include <vector>

#include "graph/property.h"

namespace treatygraph {

struct NodeRecord {
  std::string key;  ///< unique among the records, "uncc:art_24__para_2"
  std::vector<std::string> labels;
  Properties properties;
  bool operator==(const NodeRecord&) const = default;
};

struct RelationshipRecord {
  std::string type;
  std::string from;  ///< key of the source node
  std::string to;    ///< key of the target node
  Properties properties;
  bool operator==(const RelationshipRecord&) const = default;
};

struct GraphRecords {
  std::vector<NodeRecord> nodes;
  std::vector<RelationshipRecord> relationships;
};

}  // namespace treatygraph
