#include "graph/topology.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "graph/image/image.h"

namespace treatygraph {
namespace {

using image::Section;

/// Where the row of each node begins, and one more: `end_of` tells which end of a relationship has the row.
template <typename EndOf>
std::vector<std::uint32_t> rows_of(std::size_t node_count, std::span<const RelationshipEnds> relationships,
                                   EndOf end_of) {
  std::vector<std::uint32_t> rows(node_count + 1);
  for (const auto& r : relationships) ++rows[end_of(r) + 1];
  std::partial_sum(rows.begin(), rows.end(), rows.begin());
  return rows;
}

void write_out(std::size_t type, std::size_t node_count, std::span<const RelationshipEnds> relationships,
               image::ImageWriter& writer) {
  std::vector<std::uint32_t> targets;
  targets.reserve(relationships.size());
  for (const auto& r : relationships) targets.push_back(r.target);
  writer.add(Section::OutRows, type, rows_of(node_count, relationships, [](const auto& r) { return r.source; }));
  writer.add(Section::OutTargets, type, targets);
}

void write_in(std::size_t type, std::size_t node_count, std::span<const RelationshipEnds> relationships,
              std::uint32_t first, image::ImageWriter& writer) {
  auto rows = rows_of(node_count, relationships, [](const auto& r) { return r.target; });
  writer.add(Section::InRows, type, rows);
  std::vector<std::uint32_t> sources(relationships.size());
  std::vector<std::uint32_t> ids(relationships.size());
  for (std::uint32_t i = 0; i < relationships.size(); ++i) {
    const auto place = rows[relationships[i].target]++;
    sources[place] = relationships[i].source;
    ids[place] = first + i;
  }
  writer.add(Section::InSources, type, sources);
  writer.add(Section::InRelationships, type, ids);
}

}  // namespace

void Topology::write(std::size_t node_count, std::size_t type_count, std::span<const RelationshipEnds> relationships,
                     image::ImageWriter& writer) {
  assert(std::ranges::all_of(relationships,
                             [&](const auto& r) { return r.source < node_count && r.target < node_count; }));
  auto rest = relationships;
  std::uint32_t first = 0;
  for (std::size_t type = 0; type < type_count; ++type) {
    const auto of_type = rest.first(static_cast<std::size_t>(
        std::ranges::find_if(rest, [&](const auto& r) { return index_of(r.type) != type; }) - rest.begin()));
    write_out(type, node_count, of_type, writer);
    write_in(type, node_count, of_type, first, writer);
    first += static_cast<std::uint32_t>(of_type.size());
    rest = rest.subspan(of_type.size());
  }
}

Topology::Topology(const image::Image& image, std::size_t type_count) : by_type_(type_count) {
  std::uint32_t first = 0;
  for (std::size_t type = 0; type < type_count; ++type) {
    const auto array = [&](Section section) { return image.array<std::uint32_t>(section, type); };
    auto& of_type = by_type_[type];
    of_type = {CsrView(array(Section::OutRows), array(Section::OutTargets)),
               CsrView(array(Section::InRows), array(Section::InSources)), array(Section::InRelationships).data(),
               first};
    first += of_type.out.edge_count();
  }
  relationship_count_ = first;
}

TypeId Topology::type_of(RelationshipId relationship) const {
  const auto after = std::ranges::upper_bound(by_type_, static_cast<std::uint32_t>(relationship), {}, &OfType::first);
  // Types without relationships share their successor's first id; the last of those that start here owns it.
  return static_cast<TypeId>(after - by_type_.begin() - 1);
}

NodeId Topology::source(RelationshipId relationship) const {
  const auto& of_type = by_type_[index_of(type_of(relationship))];
  const auto edge = static_cast<std::uint32_t>(relationship) - of_type.first;
  const std::span rows(of_type.out.rows(), of_type.out.vertex_count());
  return NodeId{static_cast<std::uint32_t>(std::ranges::upper_bound(rows, edge) - rows.begin() - 1)};
}

NodeId Topology::target(RelationshipId relationship) const {
  const auto& of_type = by_type_[index_of(type_of(relationship))];
  return NodeId{of_type.out.targets()[static_cast<std::uint32_t>(relationship) - of_type.first]};
}

std::pair<RelationshipId, RelationshipId> Topology::relationships_of(TypeId type) const {
  const auto& of_type = by_type_[index_of(type)];
  return {RelationshipId{of_type.first}, RelationshipId{of_type.first + of_type.out.edge_count()}};
}

}  // namespace treatygraph
