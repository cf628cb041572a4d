#pragma once
// The parts of a Graph. Only graph.cpp, which reads them, and graph_build.cpp, which makes them, include this.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "graph/image/image.h"
#include "graph/property_columns.h"
#include "graph/text_store.h"
#include "graph/topology.h"

namespace treatygraph {

/// Views of the image, and the few things that are copied out of it: the names of labels, types and properties.
struct Graph::Parts {
  std::shared_ptr<const image::Image> image;
  std::string snapshot;
  Names<LabelId> labels;
  Names<TypeId> types;
  Names<PropertyId> properties;

  image::Runs<char> keys;                       ///< by NodeId
  std::span<const std::uint32_t> key_slots;     ///< hash table of NodeIds by their key
  std::span<const std::uint32_t> subtree_end;   ///< by NodeId
  std::span<const std::uint32_t> label_set_of;  ///< by NodeId, into label_sets: few nodes differ in their labels
  image::Runs<LabelId> label_sets;
  image::Runs<NodeId> with_label;  ///< by LabelId

  Topology topology;               ///< the relationships, by type and direction
  std::optional<TypeId> has_part;  ///< HAS_PART; nothing if the graph has no such relationship
  PropertyColumns node_properties;
  PropertyColumns relationship_properties;
  std::shared_ptr<const TextStore> texts;
  Derived derived;
};

}  // namespace treatygraph
