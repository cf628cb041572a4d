#include "graph/topology.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <utility>

#include "graph/image/image.h"

namespace treatygraph {
namespace {

using image::Section;

/// Where the row of each node begins, and one more: `end_of` tells which end of a relationship has the row.
template <typename EndOf>
std::vector<std::uint32_t> starts_of(std::size_t node_count, std::span<const RelationshipEnds> relationships,
                                     EndOf end_of) {
  std::vector<std::uint32_t> starts(node_count + 1);
  for (const auto& r : relationships) ++starts[end_of(r) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  return starts;
}

/// Which vertices have a row.
std::vector<RowMarks> marks_of(std::span<const std::uint32_t> starts) {
  const auto vertices = starts.size() - 1;
  std::vector<RowMarks> marks(vertices / 64 + 1);
  std::uint32_t before = 0;
  for (std::size_t block = 0; block < marks.size(); ++block) {
    marks[block].before = before;
    for (auto vertex = block * 64; vertex < std::min(vertices, block * 64 + 64); ++vertex) {
      if (starts[vertex] == starts[vertex + 1]) continue;
      marks[block].present |= std::uint64_t{1} << (vertex % 64);
      ++before;
    }
  }
  return marks;
}

struct RowSections {
  Section starts;
  Section marks;
};

/// In the smallest form, except that all starts are kept if at least half of the vertices have a row: one lookup less.
void write_rows(RowSections sections, std::size_t type, std::vector<std::uint32_t> starts, image::ImageWriter& writer) {
  const auto marks = marks_of(starts);
  const auto vertices = starts.size() - 1;
  const auto edges = starts.back();
  std::size_t rows = 0;
  for (const auto& block : marks) rows += static_cast<std::size_t>(std::popcount(block.present));
  const bool has_single_edges = rows == edges;
  if (!has_single_edges && rows * 2 >= vertices) return writer.add(sections.starts, type, starts);
  writer.add(sections.marks, type, marks);
  if (has_single_edges) return;
  starts.erase(std::ranges::unique(starts).begin(), starts.end());
  writer.add(sections.starts, type, starts);
}

void write_out(std::size_t type, std::size_t node_count, std::span<const RelationshipEnds> relationships,
               image::ImageWriter& writer) {
  std::vector<std::uint32_t> targets;
  targets.reserve(relationships.size());
  for (const auto& r : relationships) targets.push_back(r.target);
  write_rows({Section::OutStarts, Section::OutMarks}, type,
             starts_of(node_count, relationships, [](const auto& r) { return r.source; }), writer);
  writer.add(Section::OutTargets, type, targets);
}

void write_in(std::size_t type, std::size_t node_count, std::span<const RelationshipEnds> relationships,
              std::uint32_t first, image::ImageWriter& writer) {
  auto starts = starts_of(node_count, relationships, [](const auto& r) { return r.target; });
  write_rows({Section::InStarts, Section::InMarks}, type, starts, writer);
  std::vector<std::uint32_t> sources(relationships.size());
  std::vector<std::uint32_t> ids(relationships.size());
  for (std::uint32_t i = 0; i < relationships.size(); ++i) {
    const auto place = starts[relationships[i].target]++;
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
    const auto rows = [&](Section starts, Section marks) {
      return CsrRows(image.header().node_count, image.array<RowMarks>(marks, type), array(starts));
    };
    auto& of_type = by_type_[type];
    of_type = {CsrView(rows(Section::OutStarts, Section::OutMarks), array(Section::OutTargets)),
               CsrView(rows(Section::InStarts, Section::InMarks), array(Section::InSources)),
               array(Section::InRelationships).data(), first};
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
  return NodeId{of_type.out.rows().vertex_of(static_cast<std::uint32_t>(relationship) - of_type.first)};
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
