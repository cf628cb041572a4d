#pragma once
// The schema of a graph as queries see it: the properties of each set of labels and of each relationship type, with the
// types that queries read.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries::cypher {

/// One property of a set of labels or of a relationship type.
struct PropertyFacts {
  std::size_t count = 0;        ///< nodes or relationships that have it
  std::set<std::string> types;  ///< as Neo4j's procedures name them: "String", "Long", "StringArray"
};
using PropertiesByName = std::map<std::string, PropertyFacts>;

/// Linear in the graph to compute; immutable once made.
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
        ends;  ///< number of relationships for each pair of a source's and a target's label
  };
  std::vector<Nodes> label_sets;
  std::vector<Relationships> types;

  /// Computed once for a graph and kept with it.
  [[nodiscard]] static const SchemaRows& of(const Graph& graph);
};

/// The nodes with one label, whatever other labels they have: the sum of its label sets.
[[nodiscard]] SchemaRows::Nodes nodes_with_label(const SchemaRows& schema, const std::string& label);

/// The name of a property's type in APOC: STRING for "String", INTEGER for "Long", LIST for "StringArray". If there are
/// several types, that of the first one.
[[nodiscard]] std::string apoc_type(const PropertyFacts& facts);

}  // namespace treatygraph::queries::cypher
