// Makes a Graph: over an image that exists, or from records, for which an image is made in memory first. So there is
// one way to read a graph, and both ways give the same answers.

#include <algorithm>
#include <string>
#include <utility>

#include "graph/graph.h"
#include "graph/graph_parts.h"
#include "graph/image/structure.h"
#include "graph/image_builder.h"
#include "graph/memory_texts.h"
#include "graph/node_order.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

using image::Section;

/// Moves the long texts out of the records, by NodeId.
std::vector<std::string> taken_texts(GraphRecords& records, const NodeOrder& order) {
  std::vector<std::string> texts(order.records.size());
  auto text = texts.begin();
  order.records.each([&](std::uint32_t record) {
    for (auto& [name, value] : records.nodes[record].properties) {
      auto* given = name == property::kText ? std::get_if<std::string>(&value.value) : nullptr;
      if (given != nullptr) *text = std::move(*given);
    }
    ++text;
  });
  return texts;
}

}  // namespace

Result<Graph> Graph::build(GraphRecords records, std::string snapshot, std::shared_ptr<const TextStore> texts,
                           std::stop_token stop) {
  const auto order = node_order(records, stop);
  if (!order) return fail(order.error());
  const auto relationships = linked_relationships(records, *order, stop);
  if (!relationships) return fail(relationships.error());
  RecordsInMemory access(records);
  ImageBuilder builder(access, *order, *relationships, ImageBuilder::PropertyOrder::AsGiven, nullptr, std::move(stop));
  auto built = builder.build(snapshot);
  if (!built) return fail(built.error());
  const auto bytes = std::make_shared<const std::vector<char>>(*std::move(built));
  auto image = image::Image::over(bytes, *bytes);
  if (!image) return fail(image.error());

  // No check_structure(): the image was made a moment ago by this program.
  auto parts = parts_of(*std::move(image), builder.node_others(), builder.relationship_others());
  parts->snapshot = std::move(snapshot);
  // Last, because it takes the texts out of the records.
  if (texts == nullptr) texts = std::make_shared<MemoryTexts>(taken_texts(records, *order));
  parts->texts = std::move(texts);
  return Graph(std::move(parts));
}

Result<Graph> Graph::over(std::shared_ptr<const image::Image> image, std::shared_ptr<const TextStore> texts) {
  if (auto sound = image::check_structure(*image); !sound) return fail(sound.error());
  auto parts = parts_of(std::move(image), {}, {});
  parts->texts = std::move(texts);
  return Graph(std::move(parts));
}

/// Names are copied, since they are few and looked up by hash; all else stays in the image.
std::unique_ptr<Graph::Parts> Graph::parts_of(std::shared_ptr<const image::Image> image,
                                              const std::vector<OtherValues>& node_others,
                                              const std::vector<OtherValues>& relationship_others) {
  auto parts = std::make_unique<Parts>();
  const auto add_names = [&image](Section section, auto& names) {
    const auto texts = image->runs<char>(section);
    for (std::size_t i = 0; i < texts.size(); ++i) names.add(texts.text(i));
  };
  add_names(Section::LabelNames, parts->labels);
  add_names(Section::TypeNames, parts->types);
  add_names(Section::PropertyNames, parts->properties);
  parts->snapshot = image->snapshot();
  parts->keys = image->runs<char>(Section::Keys);
  parts->key_slots = image->array<std::uint32_t>(Section::KeySlots);
  parts->subtree_end = image->array<std::uint32_t>(Section::SubtreeEnd);
  parts->label_set_of = image->array<std::uint32_t>(Section::LabelSetOf);
  parts->label_sets = image->runs<LabelId>(Section::LabelSets);
  parts->with_label = image->runs<NodeId>(Section::NodesWithLabel);
  parts->topology = Topology(*image, parts->types.size());
  parts->has_part = parts->types.find(type::kHasPart);
  const auto names = parts->properties.size();
  parts->node_properties = PropertyColumns(*image, Section::NodeColumn, names, node_others);
  parts->relationship_properties = PropertyColumns(*image, Section::RelationshipColumn, names, relationship_others);
  parts->image = std::move(image);
  return parts;
}

}  // namespace treatygraph
