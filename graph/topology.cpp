// How the CSRs are made. The relationships come sorted by type and source, so the outgoing edges of a type are written
// as they come. The incoming edges are the same relationships sorted by target (SortedRuns); as their ids are no longer
// consecutive, they are listed in InRelationships. In both directions the vertex of each edge is kept in a list, from
// which the rows are written at the end, when all sizes are known and the form of each (csr_rows.h) can be chosen.

#include "graph/topology.h"

#include <algorithm>
#include <compare>
#include <functional>
#include <optional>
#include <utility>

#include "graph/image/image.h"
#include "graph/sorted_runs.h"

namespace treatygraph {
namespace {

using image::Section;

/// Which end of a relationship has the row: the source for outgoing edges, the target for incoming ones.
enum class Side { Source, Target };

/// The vertex in whose row each edge of one type and direction is, in ascending order.
using RowVertices = SpilledList<std::uint32_t>;

/// How the rows of one type and direction can be written.
struct RowPlan {
  std::size_t type;
  Side side;
  const RowVertices* vertices;
  std::size_t rows;
  std::size_t with_marks;  ///< bytes of the form with marks
  bool has_all_starts = false;

  [[nodiscard]] std::size_t edges() const { return vertices->size(); }
};

constexpr auto kBytesOfEdge = 3 * sizeof(std::uint32_t);  // OutTargets, InSources, InRelationships
constexpr std::size_t kMostBytesOfEdge = 16;              // of an edge, with its share of the rows
constexpr std::size_t kMostIfSmall = 64;                  // bytes of an edge, while the whole topology is small
constexpr std::size_t kSmallTopology = 32U << 20U;

/// Calls use(vertex, where its row begins) for each vertex with a row.
template <typename Use>
void each_row(const RowVertices& vertices, const Use& use) {
  std::uint32_t edge = 0;
  std::uint32_t last = 0;
  vertices.each([&](std::uint32_t vertex) {
    if (edge == 0 || vertex != last) use(vertex, edge);
    last = vertex;
    ++edge;
  });
}

RowPlan plan_of(std::size_t type, Side side, std::size_t node_count, const RowVertices& vertices) {
  std::size_t rows = 0;
  each_row(vertices, [&rows](std::uint32_t /*vertex*/, std::uint32_t /*start*/) { ++rows; });
  const auto starts = rows == vertices.size() ? 0 : rows + 1;
  const auto marks = node_count / 64 + 1;
  return {type, side, &vertices, rows, marks * sizeof(RowMarks) + starts * sizeof(std::uint32_t)};
}

/// The form with all starts saves a look-up and takes the most memory. The types with the most relationships get it, as
/// long as the topology stays within its limit of bytes for each relationship.
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

void write_all_starts(const RowPlan& plan, std::size_t node_count, image::ImageWriter::Array<std::uint32_t> starts) {
  each_row(*plan.vertices, [&starts](std::uint32_t vertex, std::uint32_t start) {
    while (starts.size() <= vertex) starts.add(start);
  });
  while (starts.size() <= node_count) starts.add(static_cast<std::uint32_t>(plan.edges()));
}

/// Writes which vertices have a row.
void write_marks(const RowPlan& plan, std::size_t node_count, image::ImageWriter::Array<RowMarks> marks) {
  RowMarks block{};
  std::uint32_t rows = 0;
  const auto end_block = [&] {
    marks.add(block);
    block = {0, rows, 0};
  };
  each_row(*plan.vertices, [&](std::uint32_t vertex, std::uint32_t /*start*/) {
    while (marks.size() < vertex / 64) end_block();
    block.present |= std::uint64_t{1} << (vertex % 64);
    ++rows;
  });
  while (marks.size() <= node_count / 64) end_block();
}

void write_rows(const RowPlan& plan, std::size_t node_count, image::ImageWriter& writer) {
  const bool is_out = plan.side == Side::Source;
  const auto starts_section = is_out ? Section::OutStarts : Section::InStarts;
  if (plan.has_all_starts) {
    return write_all_starts(plan, node_count, writer.begin<std::uint32_t>(starts_section, plan.type));
  }
  write_marks(plan, node_count, writer.begin<RowMarks>(is_out ? Section::OutMarks : Section::InMarks, plan.type));
  if (plan.rows == plan.edges()) return;  // one edge in each row: marks alone
  auto starts = writer.begin<std::uint32_t>(starts_section, plan.type);
  each_row(*plan.vertices, [&starts](std::uint32_t /*vertex*/, std::uint32_t start) { starts.add(start); });
  starts.add(static_cast<std::uint32_t>(plan.edges()));
}

/// Writes the edges of all types in both directions, and keeps the vertices that have their rows.
class EdgesWriter {
 public:
  EdgesWriter(std::size_t type_count, image::ImageWriter& writer, SpillFile* spill)
      : writer_(writer), spill_(spill), sources_(type_count, RowVertices(spill)), targets_(sources_) {}

  void write(const SpilledList<RelationshipEnds>& relationships) {
    std::size_t type = 0;
    begin(type);
    relationships.each([&](const RelationshipEnds& ends) {
      for (; type < index_of(ends.type); begin(++type)) end(type);
      sources_[type].add(ends.source);
      out_targets_->add(ends.target);
      incoming_->add({ends.target, id_++, ends.source});
    });
    for (; type + 1 < sources_.size(); begin(++type)) end(type);
    end(type);
  }

  [[nodiscard]] std::vector<RowPlan> plans(std::size_t node_count) const {
    std::vector<RowPlan> plans;
    for (std::size_t type = 0; type < sources_.size(); ++type) {
      plans.push_back(plan_of(type, Side::Source, node_count, sources_[type]));
      plans.push_back(plan_of(type, Side::Target, node_count, targets_[type]));
    }
    return plans;
  }

 private:
  /// A relationship as its target sees it.
  struct Incoming {
    std::uint32_t target;
    std::uint32_t id;
    std::uint32_t source;
    auto operator<=>(const Incoming&) const = default;
  };

  void begin(std::size_t type) {
    out_targets_ = writer_.begin<std::uint32_t>(Section::OutTargets, type);
    incoming_.emplace(spill_);
  }
  void end(std::size_t type) {
    auto sources = writer_.begin<std::uint32_t>(Section::InSources, type);
    auto ids = writer_.begin<std::uint32_t>(Section::InRelationships, type);
    incoming_->close();
    incoming_->each([&](const Incoming& relationship) {
      sources.add(relationship.source);
      ids.add(relationship.id);
      targets_[type].add(relationship.target);
    });
  }

  image::ImageWriter& writer_;
  SpillFile* spill_;
  std::vector<RowVertices> sources_;  ///< by type
  std::vector<RowVertices> targets_;
  std::optional<image::ImageWriter::Array<std::uint32_t>> out_targets_;
  std::optional<SortedRuns<Incoming>> incoming_;  ///< of the present type
  std::uint32_t id_ = 0;
};

}  // namespace

void Topology::write(std::size_t node_count, std::size_t type_count, const SpilledList<RelationshipEnds>& relationships,
                     image::ImageWriter& writer, SpillFile* spill) {
  if (type_count == 0) return;
  EdgesWriter edges(type_count, writer, spill);
  edges.write(relationships);
  auto plans = edges.plans(node_count);
  choose_forms(node_count, relationships.size(), plans);
  for (const auto& plan : plans) write_rows(plan, node_count, writer);
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
  // A type without relationships has the same first id as its successor; the last type with that first id has the
  // relationship.
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
