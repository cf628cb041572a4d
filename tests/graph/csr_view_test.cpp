// Rows over foreign arrays: each form finds the same rows, and Boost.Graph walks them.

#include "graph/csr_view.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/image/image.h"
#include "graph/topology.h"
#include "tests/graph/hops_text.h"
#include "tests/support/random_graph.h"

namespace treatygraph {
namespace {

using testing::hops_text;

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CsrView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<CsrView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CsrView>));

const std::vector<std::uint32_t> kStarts = {0, 2, 3, 3, 4};
const std::vector<std::uint32_t> kTargets = {1, 3, 2, 0};

CsrView small() {
  return {CsrRows(4, {}, kStarts), kTargets};
}

TEST(CsrView, is_walked_by_the_algorithms_of_boost_graph) {
  const auto graph = small();
  std::vector<std::size_t> distances(4);
  boost::breadth_first_search(
      graph, 0U,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distances.data(), boost::on_tree_edge()))));
  EXPECT_THAT(distances, ElementsAre(0, 1, 2, 1));
  EXPECT_EQ(num_edges(graph), 4U);
  std::vector<std::uint32_t> component(4);
  const auto components = boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
  EXPECT_EQ(components, 3U);
  EXPECT_EQ(component[0], component[3]);
}

TEST(CsrView, has_the_same_edges_in_each_form) {
  const std::vector<RowMarks> marks = {{0b1011, 0, 0}};
  const std::vector<std::uint32_t> marked_starts = {0, 2, 3, 4};
  const CsrView marked(CsrRows(4, marks, marked_starts), kTargets);
  for (std::uint32_t vertex = 0; vertex < 4; ++vertex) {
    const auto [first, last] = adjacent_vertices(vertex, small());
    const auto [marked_first, marked_last] = adjacent_vertices(vertex, marked);
    EXPECT_THAT(std::vector(marked_first, marked_last), ElementsAreArray(std::vector(first, last))) << vertex;
  }
}

/// Relationships of four types: all nodes to anywhere, few nodes to anywhere, one of each node, none of most.
std::vector<RelationshipEnds> ends_of(std::uint64_t seed, std::uint32_t nodes) {
  testing::Random random(seed);
  std::vector<RelationshipEnds> ends;
  const auto below = [&random](std::uint32_t end) { return static_cast<std::uint32_t>(random.below(end)); };
  for (std::uint32_t node = 0; node < nodes; ++node) {
    for (auto count = below(4); count > 0; --count) ends.push_back({TypeId{0}, node, below(nodes)});
  }
  for (std::uint32_t node = 0; node < nodes; node += 1 + below(150)) {
    for (auto count = 1 + below(3); count > 0; --count) ends.push_back({TypeId{1}, node, below(nodes)});
  }
  for (std::uint32_t node = 0; node < nodes; ++node) ends.push_back({TypeId{2}, node, nodes - 1 - node});
  ends.push_back({TypeId{3}, nodes - 1, 0});
  return ends;
}

/// What a linear search says of the nodes [first, last).
std::string searched(const std::vector<RelationshipEnds>& ends, TypeId type, std::uint32_t first, std::uint32_t last,
                     bool outgoing) {
  std::string text;
  for (auto node = first; node < last; ++node) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const auto [own, other] =
          outgoing ? std::pair(ends[i].source, ends[i].target) : std::pair(ends[i].target, ends[i].source);
      if (ends[i].type == type && own == node) text += fmt::format("{}:{} ", i, other);
    }
  }
  return text;
}

/// The topology of `ends`, in an image of its own.
struct Written {
  std::vector<char> bytes;
  std::shared_ptr<const image::Image> image;
  Topology topology;
};

Written written(std::uint32_t nodes, std::size_t types, const std::vector<RelationshipEnds>& ends) {
  image::ImageWriter writer;
  SpilledList<RelationshipEnds> list;
  for (const auto& one : ends) list.add(one);
  Topology::write(nodes, types, list, writer);
  image::Header header{};
  header.node_count = nodes;
  header.relationship_count = static_cast<std::uint32_t>(ends.size());
  Written made{*std::move(writer).finish(header), nullptr, {}};
  made.image = *image::Image::over(nullptr, made.bytes);
  made.topology = Topology(*made.image, types);
  return made;
}

void expect_linear_search(const Topology& topology, std::uint32_t nodes, const std::vector<RelationshipEnds>& ends) {
  for (std::uint16_t type = 0; type < 4; ++type) {
    for (std::uint32_t node = 0; node < nodes; node += 1 + nodes / 50) {
      for (const auto last : {node + 1, std::min(nodes, node + 70)}) {
        EXPECT_EQ(hops_text(topology.out_hops(NodeId{node}, NodeId{last}, TypeId{type})),
                  searched(ends, TypeId{type}, node, last, true));
        EXPECT_EQ(hops_text(topology.in_hops(NodeId{node}, NodeId{last}, TypeId{type})),
                  searched(ends, TypeId{type}, node, last, false));
      }
    }
  }
  for (std::uint32_t i = 0; i < ends.size(); ++i) {
    EXPECT_EQ(topology.type_of(RelationshipId{i}), ends[i].type);
    EXPECT_EQ(topology.source(RelationshipId{i}), NodeId{ends[i].source});
    EXPECT_EQ(topology.target(RelationshipId{i}), NodeId{ends[i].target});
  }
}

TEST(Topology, has_the_rows_of_a_linear_search) {
  for (const std::uint32_t nodes : {1U, 63U, 64U, 65U, 300U}) {
    const auto ends = ends_of(nodes, nodes);
    expect_linear_search(written(nodes, 4, ends).topology, nodes, ends);
    expect_linear_search(written(nodes, 400, ends).topology, nodes, ends);
  }
}

TEST(Topology, spends_few_bytes_on_types_that_few_nodes_have) {
  constexpr std::uint32_t kNodes = 3'000;
  const auto ends = ends_of(1, kNodes);
  const auto few_types = written(kNodes, 4, ends);
  EXPECT_NE(few_types.topology.out(TypeId{0}).rows().all_starts(), nullptr);
  const auto many_types = written(kNodes, 400, ends);
  EXPECT_EQ(many_types.topology.out(TypeId{1}).rows().all_starts(), nullptr);
  EXPECT_LT(many_types.bytes.size(), kNodes * 400 * sizeof(std::uint32_t));
}

}  // namespace
}  // namespace treatygraph
