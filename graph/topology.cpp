#include "graph/topology.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>
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

/// Which end of a relationship has the row.
enum class Side { Source, Target };

/// How the rows of one type and direction can be written.
struct RowPlan {
  std::size_t type;
  Side side;
  std::size_t edges;
  std::size_t with_marks;  ///< bytes
  bool has_all_starts = false;
};

constexpr auto kBytesOfEdge = 3 * sizeof(std::uint32_t);
constexpr std::size_t kMostBytesOfEdge = 16;
constexpr std::size_t kMostIfSmall = 64;  // bytes of an edge, while the whole topology is small
constexpr std::size_t kSmallTopology = 32U << 20U;

std::vector<std::uint32_t> starts_of(Side side, std::size_t node_count,
                                     std::span<const RelationshipEnds> relationships) {
  return side == Side::Source
             ? starts_of(node_count, relationships, [](const RelationshipEnds& r) { return r.source; })
             : starts_of(node_count, relationships, [](const RelationshipEnds& r) { return r.target; });
}

std::size_t count_rows(std::span<const RowMarks> marks) {
  return marks.back().before + static_cast<std::size_t>(std::popcount(marks.back().present));
}

RowPlan plan_of(std::size_t type, Side side, std::size_t node_count, std::span<const RelationshipEnds> relationships) {
  const auto marks = marks_of(starts_of(side, node_count, relationships));
  const auto rows = count_rows(marks);
  const auto starts = rows == relationships.size() ? 0 : rows + 1;
  return {type, side, relationships.size(), marks.size() * sizeof(RowMarks) + starts * sizeof(std::uint32_t)};
}

/// All starts are found with one lookup less, and cost most. The types with the most relationships get them, as long as
/// the topology remains small.
void choose_forms(std::size_t node_count, std::size_t relationship_count, std::vector<RowPlan>& plans) {
  auto bytes = relationship_count * kBytesOfEdge;
  for (const auto& plan : plans) bytes += plan.with_marks;
  const auto most =
      std::max(relationship_count * kMostBytesOfEdge, std::min(relationship_count * kMostIfSmall, kSmallTopology));
  std::ranges::stable_sort(plans, std::ranges::greater(), &RowPlan::edges);
  for (auto& plan : plans) {
    const auto with_all = bytes - plan.with_marks + (node_count + 1) * sizeof(std::uint32_t);
    plan.has_all_starts = with_all <= most;
    if (plan.has_all_starts) bytes = with_all;
  }
}

void write_rows(const RowPlan& plan, std::vector<std::uint32_t> starts, image::ImageWriter& writer) {
  const bool is_out = plan.side == Side::Source;
  const auto starts_section = is_out ? Section::OutStarts : Section::InStarts;
  if (plan.has_all_starts) return writer.add(starts_section, plan.type, starts);
  const auto marks = marks_of(starts);
  writer.add(is_out ? Section::OutMarks : Section::InMarks, plan.type, marks);
  if (count_rows(marks) == plan.edges) return;
  starts.erase(std::ranges::unique(starts).begin(), starts.end());
  writer.add(starts_section, plan.type, starts);
}

void write_targets(std::size_t type, std::span<const RelationshipEnds> relationships, image::ImageWriter& writer) {
  std::vector<std::uint32_t> targets;
  targets.reserve(relationships.size());
  for (const auto& r : relationships) targets.push_back(r.target);
  writer.add(Section::OutTargets, type, targets);
}

void write_sources(std::size_t type, std::size_t node_count, std::span<const RelationshipEnds> relationships,
                   std::size_t first, image::ImageWriter& writer) {
  auto places = starts_of(Side::Target, node_count, relationships);
  std::vector<std::uint32_t> sources(relationships.size());
  std::vector<std::uint32_t> ids(relationships.size());
  for (std::size_t i = 0; i < relationships.size(); ++i) {
    const auto place = places[relationships[i].target]++;
    sources[place] = relationships[i].source;
    ids[place] = static_cast<std::uint32_t>(first + i);
  }
  writer.add(Section::InSources, type, sources);
  writer.add(Section::InRelationships, type, ids);
}

}  // namespace

void Topology::write(std::size_t node_count, std::size_t type_count, std::span<const RelationshipEnds> relationships,
                     image::ImageWriter& writer) {
  assert(std::ranges::all_of(relationships,
                             [&](const auto& r) { return r.source < node_count && r.target < node_count; }));
  std::vector<std::span<const RelationshipEnds>> by_type;
  std::vector<RowPlan> plans;
  auto rest = relationships;
  for (std::size_t type = 0; type < type_count; ++type) {
    const auto other = std::ranges::find_if(rest, [&](const auto& r) { return index_of(r.type) != type; });
    const auto of_type = rest.first(static_cast<std::size_t>(other - rest.begin()));
    rest = rest.subspan(of_type.size());
    write_targets(type, of_type, writer);
    write_sources(type, node_count, of_type, static_cast<std::size_t>(of_type.data() - relationships.data()), writer);
    for (const auto side : {Side::Source, Side::Target}) plans.push_back(plan_of(type, side, node_count, of_type));
    by_type.push_back(of_type);
  }
  choose_forms(node_count, relationships.size(), plans);
  for (const auto& plan : plans) write_rows(plan, starts_of(plan.side, node_count, by_type[plan.type]), writer);
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
