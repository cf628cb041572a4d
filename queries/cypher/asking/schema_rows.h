#pragma once
// The schema of a graph as queries see it: the properties of each label set and relationship type, with their types in
// queries.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries::cypher {

struct PropertyFacts {
  std::size_t count = 0;        ///< nodes or relationships that have it
  std::set<std::string> types;  ///< in the terms of Neo4j's procedures
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
    std::map<std::pair<std::string, std::string>, std::size_t> ends;  ///< every pair of source and target labels
  };
  std::vector<Nodes> label_sets;
  std::vector<Relationships> types;

  /// Computed once for a graph and kept with it.
  [[nodiscard]] static const SchemaRows& of(const Graph& graph);
};

/// For one label, whatever other labels its nodes have.
[[nodiscard]] SchemaRows::Nodes nodes_with_label(const SchemaRows& schema, const std::string& label);

/// APOC's name: "String" is STRING, "Long" is INTEGER, "StringArray" is LIST; for several types, that of the first.
[[nodiscard]] std::string apoc_type(const PropertyFacts& facts);

}  // namespace treatygraph::queries::cypher
