#pragma once
// The parts of a Graph; for graph.cpp, which reads them, and graph_build.cpp, which makes them.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"
#include "graph/property_columns.h"
#include "graph/text_store.h"
#include "graph/topology.h"

namespace treatygraph {

struct Graph::Parts {
  std::string snapshot;
  Names<LabelId> labels;
  Names<TypeId> types;
  Names<PropertyId> properties;

  std::vector<std::string> keys;                        ///< by NodeId
  std::unordered_map<std::string_view, NodeId> by_key;  ///< views into keys
  std::vector<std::uint32_t> subtree_end;               ///< by NodeId
  std::vector<std::uint32_t> label_set_of;  ///< by NodeId, into label_sets: few nodes differ in their labels
  std::vector<std::vector<LabelId>> label_sets;
  std::vector<std::vector<NodeId>> with_label;  ///< by LabelId

  Topology topology;
  std::optional<TypeId> has_part;
  PropertyColumns node_properties;
  PropertyColumns relationship_properties;
  std::shared_ptr<const TextStore> texts;
  Derived derived;
};

}  // namespace treatygraph
