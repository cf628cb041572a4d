#include "graph/topology.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace treatygraph {
namespace {

using Ends = std::pair<std::uint32_t, std::uint32_t>;

OutCsr out_csr(std::size_t node_count, std::span<const RelationshipEnds> relationships) {
  std::vector<Ends> edges;
  edges.reserve(relationships.size());
  for (const auto& r : relationships) edges.emplace_back(r.source, r.target);
  return {boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<std::uint32_t>(node_count),
          static_cast<std::uint32_t>(edges.size())};
}

InCsr in_csr(std::size_t node_count, std::span<const RelationshipEnds> relationships, std::uint32_t first) {
  std::vector<Ends> edges;
  std::vector<StoredAtTarget> ids;
  edges.reserve(relationships.size());
  ids.reserve(relationships.size());
  for (const auto& r : relationships) {
    edges.emplace_back(r.target, r.source);
    ids.push_back({first + static_cast<std::uint32_t>(ids.size())});
  }
  return {boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), ids.begin(),
          static_cast<std::uint32_t>(node_count)};
}

}  // namespace

Topology::Topology(std::size_t node_count, std::size_t type_count, std::span<const RelationshipEnds> relationships)
    : by_type_(type_count), relationship_count_(relationships.size()) {
  assert(std::ranges::all_of(relationships,
                             [&](const auto& r) { return r.source < node_count && r.target < node_count; }));
  auto rest = relationships;
  std::uint32_t first = 0;
  for (std::size_t type = 0; type < type_count; ++type) {
    const auto of_type = rest.first(static_cast<std::size_t>(
        std::ranges::find_if(rest, [&](const auto& r) { return index_of(r.type) != type; }) - rest.begin()));
    by_type_[type] = {out_csr(node_count, of_type), in_csr(node_count, of_type, first), first};
    first += static_cast<std::uint32_t>(of_type.size());
    rest = rest.subspan(of_type.size());
  }
}

HopRange Topology::in_hops(NodeId first, NodeId last, TypeId type) const {
  if (first == last) return {};
  const auto& csr = in(type);
  const auto [begin, size] = rows(csr, first, last);
  if (size == 0) return {};
  const auto edge = *boost::out_edges(static_cast<std::uint32_t>(first), csr).first;
  return {begin, size, &csr[edge].relationship};
}

TypeId Topology::type_of(RelationshipId relationship) const {
  const auto after = std::ranges::upper_bound(by_type_, static_cast<std::uint32_t>(relationship), {}, &OfType::first);
  // Types without relationships share their successor's first id; the last of those that start here owns it.
  return static_cast<TypeId>(after - by_type_.begin() - 1);
}

NodeId Topology::source(RelationshipId relationship) const {
  const auto type = type_of(relationship);
  const auto& csr = out(type);
  const auto edge = static_cast<std::uint32_t>(relationship) - by_type_[index_of(type)].first;
  const auto all = boost::adjacent_vertices(0U, csr).first;
  std::uint32_t low = 0;  // the last vertex whose row starts at or before the edge
  auto high = boost::num_vertices(csr);
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    const auto row = static_cast<std::uint32_t>(boost::adjacent_vertices(middle, csr).first - all);
    (row <= edge ? low : high) = middle;
  }
  return NodeId{low};
}

NodeId Topology::target(RelationshipId relationship) const {
  const auto type = type_of(relationship);
  const auto& csr = out(type);
  const auto edge = static_cast<std::uint32_t>(relationship) - by_type_[index_of(type)].first;
  return NodeId{*(boost::adjacent_vertices(0U, csr).first + edge)};
}

std::pair<RelationshipId, RelationshipId> Topology::relationships_of(TypeId type) const {
  const auto& of_type = by_type_[index_of(type)];
  return {RelationshipId{of_type.first}, RelationshipId{of_type.first + boost::num_edges(of_type.out)}};
}

}  // namespace treatygraph
