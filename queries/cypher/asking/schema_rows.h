#pragma once
// The schema of a graph as queries see it: which properties the nodes of a label set and the relationships of a type
// have, with the types that queries read.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries::cypher {

struct PropertyFacts {
  std::size_t count = 0;        ///< nodes or relationships that have it
  std::set<std::string> types;  ///< as Neo4j's procedures call them: "String", "Long", "Date", "StringArray"
};
using PropertiesByName = std::map<std::string, PropertyFacts>;

struct SchemaRows {
  struct Nodes {
    std::vector<std::string> labels;
    std::size_t count = 0;
    PropertiesByName properties;
  };
  struct Relationships {
    std::string type;
    std::size_t count = 0;
    PropertiesByName properties;
    std::map<std::pair<std::string, std::string>, std::size_t>
        ends;  ///< each label of the source with each of the target
  };
  std::vector<Nodes> label_sets;
  std::vector<Relationships> types;

  /// Computed once for a graph and kept with it.
  [[nodiscard]] static const SchemaRows& of(const Graph& graph);
};

/// Of one label, whatever others its nodes have.
[[nodiscard]] SchemaRows::Nodes nodes_with_label(const SchemaRows& schema, const std::string& label);

/// "String" is STRING to APOC, "Long" is INTEGER, "StringArray" is LIST; several types are those of the first.
[[nodiscard]] std::string apoc_type(const PropertyFacts& facts);

}  // namespace treatygraph::queries::cypher
